CREATE TABLE `adoptions` (
	`walk` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`, `prompt`, `reason`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `adoptions_step` ON `adoptions` (`journey`,`version`,`step`);--> statement-breakpoint
CREATE TABLE `reason_exposures` (
	`walk` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`reason` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`, `prompt`, `reason`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reason_exposures_step` ON `reason_exposures` (`journey`,`step`,`prompt`,`reason`);--> statement-breakpoint
CREATE TABLE `stances` (
	`walk` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`nth` integer NOT NULL,
	`stance` text,
	`input_mode` text,
	`importance` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`, `prompt`, `nth`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stances_step` ON `stances` (`journey`,`version`,`step`);