-- Who runs a batch through the laminator, as they call themselves at the board.
ALTER TABLE laminations ADD COLUMN operator TEXT;
