import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import { type LocalDate, localDate } from "../../../kernel/types.ts";
import { addDays, Zone } from "../../../sla/zone.ts";
import type { Store } from "../../../store/store.ts";
import { EN_REPORTS } from "../../messages/en-reports.ts";
import { ID_REPORTS } from "../../messages/id-reports.ts";
import type { Language } from "../../messages/messages.ts";
import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { ReportFormat, ReportKind } from "../../protocol/report-shapes.ts";
import { complaintReport } from "../../reports/pack/complaint-report.ts";
import { materialsReport, movementsOf } from "../../reports/pack/materials.ts";
import { membersReport } from "../../reports/pack/members-report.ts";
import { punctualityReport } from "../../reports/pack/punctuality-report.ts";
import { registerReport } from "../../reports/pack/register.ts";
import { lastOfMonth, type Period, type ReportFrame } from "../../reports/pack/report-frame.ts";
import { withStepsOf } from "../../reports/pack/step-blocks.ts";
import { surveyReport } from "../../reports/pack/survey-report.ts";
import { yearReport } from "../../reports/pack/year-report.ts";
import type { Reading, Report, ReportPaper } from "../../reports/report.ts";
import { reportCsv } from "../../reports/report-csv.ts";
import { reportXlsx } from "../../reports/workbook.ts";
import type { ComplaintStatistics } from "../complaints/complaint-statistics.ts";
import type { MemberStatistics } from "../member-statistics.ts";
import type { SurveyQuery } from "../survey/survey-query.ts";
import { assertDays } from "./asked-days.ts";
import type { CaseRegister } from "./case-register.ts";
import { EVERYTHING, type PunctualityQuery } from "./punctuality-query.ts";
import type { StandardShelf } from "./standard-shelf.ts";

const WORDS = { id: ID_REPORTS, en: EN_REPORTS } as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));
/** A longer one is no period that anybody reports. */
const MOST_DAYS = 366;

export interface ReportOrder {
  readonly report: ReportKind;
  readonly period: Period;
  readonly format: ReportFormat;
  readonly paper: ReportPaper;
  readonly language: Language;
  /** For a folder that is filled once: rejects with `INLISLITE_…` rather than leave out what INLISLite does not tell now. */
  readonly isWhole?: boolean;
}

export interface MadeReport {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Dependencies {
  readonly query: Pick<PunctualityQuery, "ofAll" | "view">;
  readonly register: CaseRegister;
  readonly survey: Pick<SurveyQuery, "view">;
  readonly members: MemberStatistics;
  readonly complaints: Pick<ComplaintStatistics, "figures">;
  readonly store: Pick<Store, "stock">;
  readonly standards: Pick<StandardShelf, "find" | "isOwn">;
  readonly library: { readonly timeZone: string; readonly standard: string };
  /** As INLISLite says it now, or said it last; empty until it has. */
  readonly libraryName: (signal: AbortSignal) => Promise<string>;
  readonly deskTitle: string;
  readonly clock: Clock;
}

/** The reports that a head of service signs or files: each of one period, on paper, as a workbook, CSV or JSON. */
export class ReportPack {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `BAD_REQUEST` for days that are none, or are more than a year. */
  async make(order: ReportOrder, signal: AbortSignal): Promise<MadeReport> {
    const { format, language, paper } = order;
    const reading: Reading = {
      ...{ language, timeZone: this.#deps.library.timeZone, pageOf: WORDS[language].pageOf },
    };
    const said = await this.#deps.libraryName(signal);
    const report = await this.#report(order, this.#frame(language, reading, said), signal);
    const bytes = await written(report, { format, paper, reading, signal });
    return { name: `${report.name}.${format}`, bytes };
  }

  async #report(
    { report, period, isWhole = false }: ReportOrder,
    frame: ReportFrame,
    signal: AbortSignal,
  ): Promise<Report> {
    const { register, complaints, store, library, survey, members } = this.#deps;
    assertDays(period);
    if (addDays(period.from, MOST_DAYS) < period.to)
      throw new TitianError("BAD_REQUEST", { details: { at: "/to" } });
    switch (report) {
      case "punctuality": {
        const view = await this.#view(period, signal);
        const sheet = punctualityReport(view, this.#issues(view.standards), frame);
        return withStepsOf(sheet, await this.#eachStandard(view, period, signal), frame);
      }
      case "year": {
        const year = period.from.slice(0, 4);
        const months: PunctualityView[] = [];
        for (const month of MONTHS) {
          const from = `${year}-${month}-01` as LocalDate;
          months.push(await this.#view({ from, to: lastOfMonth(from) }, signal));
        }
        const whole = { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate };
        const view = await this.#view(whole, signal);
        return withStepsOf(
          yearReport(view, months, frame),
          await this.#eachStandard(view, whole, signal),
          frame,
        );
      }
      case "materials": {
        const zone = new Zone(library.timeZone);
        const from = zone.instantOf({ date: period.from, minutes: 0 });
        const until = zone.instantOf({ date: addDays(period.to, 1), minutes: 0 });
        return materialsReport(movementsOf(store.stock.sums(from, until)), period, frame);
      }
      case "complaints":
        return complaintReport(complaints.figures(period, signal), frame);
      case "register":
        return registerReport(await register.of(period.from, signal), frame);
      case "survey":
        return surveyReport(await survey.view(period, signal), frame);
      case "members": {
        const served = await this.#view(period, signal);
        const counted = await members.of(period, isWhole, signal);
        return membersReport({ ...counted, served }, period, frame);
      }
    }
  }

  #view(period: Period, signal: AbortSignal): Promise<PunctualityView> {
    return this.#deps.query.ofAll(period, signal);
  }

  /** Of several standards each by itself: only then have its steps a time. */
  async #eachStandard(
    { standards }: PunctualityView,
    period: Period,
    signal: AbortSignal,
  ): Promise<readonly PunctualityView[]> {
    if (standards.length < 2) return [];
    const views: PunctualityView[] = [];
    for (const { standard } of standards)
      views.push(await this.#deps.query.view({ ...period, ...EVERYTHING, standard }, signal));
    return views;
  }

  /** What each standard leaves open, as it was in the version by which its cases were judged. */
  #issues(standards: readonly { readonly standard: string; readonly versions: readonly number[] }[]) {
    return standards.flatMap(({ standard, versions }) => {
      const issues = this.#deps.standards.find(standard, Math.max(...versions))?.issues ?? [];
      return issues
        .filter(({ severity }) => severity !== "privacy")
        .map(({ code, text, resolution }) => ({ code, text, answer: resolution?.text }));
    });
  }

  #frame(language: Language, reading: Reading, said: string): ReportFrame {
    const { standards, library, deskTitle, clock } = this.#deps;
    const published = standards.find(library.standard)?.institution;
    // A standard that came with Titian may be another library's.
    const isOurs = said === "" || standards.isOwn(library.standard);
    return {
      institution: { name: said || (published?.name ?? ""), address: (isOurs && published?.address) || "" },
      ...{ desk: deskTitle, words: WORDS[language], reading, now: clock.now() },
    };
  }
}

interface HowWritten {
  readonly format: ReportFormat;
  readonly paper: ReportPaper;
  readonly reading: Reading;
  readonly signal: AbortSignal;
}

async function written(report: Report, { format, paper, reading, signal }: HowWritten): Promise<Uint8Array> {
  switch (format) {
    case "pdf": {
      // With the first report: a desk that only waits needs no canvas.
      const { reportPdf } = await import("../../reports/paper/report-pdf.ts");
      return reportPdf(report, { paper, reading, signal });
    }
    case "xlsx":
      return reportXlsx(report, reading);
    case "csv":
      return reportCsv(report, reading);
    case "json":
      return new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`);
  }
}

/** The day before today's month began, so the last whole month there is. */
export function lastMonth(now: Date, timeZone: string): Period {
  const to = addDays(`${localDate(now, timeZone).slice(0, 7)}-01` as LocalDate, -1);
  return { from: `${to.slice(0, 7)}-01` as LocalDate, to };
}
