-- Which desk a card, or a batch, was asked for at: the log holds other desks' too, and each prints its own.
ALTER TABLE print_jobs ADD COLUMN desk TEXT NOT NULL DEFAULT '';
UPDATE print_jobs SET desk = coalesce(
  (SELECT desk FROM events WHERE stream = 'print/' || job AND type = 'print.accepted'), ''
);

ALTER TABLE print_batches ADD COLUMN desk TEXT NOT NULL DEFAULT '';
UPDATE print_batches SET desk = coalesce(
  (SELECT desk FROM events WHERE stream = 'batch/' || batch AND type = 'batch.opened'), ''
);
