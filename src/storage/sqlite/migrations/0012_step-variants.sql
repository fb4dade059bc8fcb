CREATE TABLE `variant_stops` (
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`kept` text NOT NULL,
	`stopped_by` text NOT NULL,
	`why` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`journey`, `version`, `step`)
);
--> statement-breakpoint
CREATE TABLE `variants` (
	`walk` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`variant` text NOT NULL,
	`drawn` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `variants_step` ON `variants` (`journey`,`version`,`step`);--> statement-breakpoint
ALTER TABLE `walks` ADD `variants` text;