import { BatchProjection } from "./batch-projection.ts";
import { CalendarProjection } from "./calendar-store.ts";
import { CalibrationProjection } from "./calibrations.ts";
import { CaseProjection } from "./case-projection.ts";
import { ComplaintLimitProjection, ComplaintProjection } from "./complaint-projection.ts";
import { CounterProjection } from "./counters.ts";
import type { StoreDatabase } from "./database.ts";
import { DesignChoiceProjection, DesignProjection } from "./design-projection.ts";
import { DeviceHealthProjection } from "./device-health.ts";
import { DeviceSettingsProjection } from "./device-settings.ts";
import { ErasedFileProjection } from "./erased-files.ts";
import { CardProjection, LaminationProjection } from "./finishing-projection.ts";
import { HandoverFileProjection } from "./handover-files.ts";
import { JobProjection } from "./job-projection.ts";
import { OperatorProjection } from "./operator-projection.ts";
import { PairingProjection } from "./pairings.ts";
import { PhotoFileProjection } from "./photo-files.ts";
import type { Projection, StreamProjection } from "./projection.ts";
import { QueuePauseProjection } from "./queue-pauses.ts";
import { StandardProjection } from "./standard-projection.ts";
import { StockProjection } from "./stock-projection.ts";
import { SurveyProjection } from "./survey-projection.ts";
import { TicketProjection } from "./ticket-projection.ts";
import { VoidedCardProjection } from "./voided-cards.ts";

export interface Projections {
  /** Of streams that several desks write: kept in the desks' common order. */
  readonly ofStreams: readonly StreamProjection[];
  /** Each row is of one desk alone, whose own events always come in order. */
  readonly others: readonly Projection[];
}

/** A projection exists when it is listed here. */
export function projectionsOn(db: StoreDatabase): Projections {
  return {
    ofStreams: [
      new CaseProjection(db),
      new TicketProjection(db),
      new PhotoFileProjection(db),
      new JobProjection(db),
      new CardProjection(db),
      new VoidedCardProjection(db),
      new ComplaintProjection(db),
      new DesignProjection(db),
    ],
    others: [
      new BatchProjection(db),
      new CalibrationProjection(db),
      new PairingProjection(db),
      new DeviceHealthProjection(db),
      new DeviceSettingsProjection(db),
      new DesignChoiceProjection(db),
      new QueuePauseProjection(db),
      new LaminationProjection(db),
      new StockProjection(db),
      new ErasedFileProjection(db),
      new HandoverFileProjection(db),
      new StandardProjection(db),
      new CalendarProjection(db),
      new SurveyProjection(db),
      new ComplaintLimitProjection(db),
      new CounterProjection(db),
      new OperatorProjection(db),
    ],
  };
}
