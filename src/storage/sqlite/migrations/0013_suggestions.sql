CREATE TABLE `suggestion_decisions` (
	`contribution` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`step` text NOT NULL,
	`part` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`at` integer NOT NULL,
	`draft` text NOT NULL,
	`version` integer,
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `suggestion_decisions_journey` ON `suggestion_decisions` (`journey`,`at`);