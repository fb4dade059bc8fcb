CREATE TABLE `opinion_maps` (
	`journey` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`computed_at` integer,
	`maps` text NOT NULL,
	`leased_by` text,
	`leased_until` integer
);
