CREATE TABLE `report_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`trial` text NOT NULL,
	`kind` text NOT NULL,
	`about` text,
	`said` text NOT NULL,
	`written_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`trial`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `report_notes_trial` ON `report_notes` (`trial`,`at`);