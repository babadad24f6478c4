-- Cards whose design has a back that stays blank, and batches of which somebody has said that it may.
ALTER TABLE print_jobs ADD COLUMN front_only INTEGER NOT NULL DEFAULT 0 CHECK (front_only IN (0, 1));
ALTER TABLE print_batches ADD COLUMN front_only INTEGER NOT NULL DEFAULT 0 CHECK (front_only IN (0, 1));
