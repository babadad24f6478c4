import { BatchProjection } from "./batch-projection.ts";
import { CalendarProjection } from "./calendar-store.ts";
import { CalibrationProjection } from "./calibrations.ts";
import { CaseProjection } from "./case-projection.ts";
import { ComplaintProjection } from "./complaint-projection.ts";
import type { StoreDatabase } from "./database.ts";
import { DesignProjection } from "./design-projection.ts";
import { DeviceHealthProjection } from "./device-health.ts";
import { DeviceSettingsProjection } from "./device-settings.ts";
import { CardProjection, LaminationProjection } from "./finishing-projection.ts";
import { JobProjection } from "./job-projection.ts";
import { OperatorProjection } from "./operator-projection.ts";
import { PairingProjection } from "./pairings.ts";
import { PhotoFileProjection } from "./photo-files.ts";
import type { Projection } from "./projection.ts";
import { QueuePauseProjection } from "./queue-pauses.ts";
import { StandardProjection } from "./standard-projection.ts";
import { StockProjection } from "./stock-projection.ts";
import { SurveyProjection } from "./survey-projection.ts";
import { TicketProjection } from "./ticket-projection.ts";
import { VoidedCardProjection } from "./voided-cards.ts";

/** A projection exists when it is listed here. */
export function projectionsOn(db: StoreDatabase): readonly Projection[] {
  return [
    new CaseProjection(db),
    new JobProjection(db),
    new BatchProjection(db),
    new CalibrationProjection(db),
    new PairingProjection(db),
    new DeviceHealthProjection(db),
    new DeviceSettingsProjection(db),
    new DesignProjection(db),
    new QueuePauseProjection(db),
    new CardProjection(db),
    new LaminationProjection(db),
    new StockProjection(db),
    new PhotoFileProjection(db),
    new VoidedCardProjection(db),
    new StandardProjection(db),
    new CalendarProjection(db),
    new TicketProjection(db),
    new SurveyProjection(db),
    new ComplaintProjection(db),
    new OperatorProjection(db),
  ];
}
