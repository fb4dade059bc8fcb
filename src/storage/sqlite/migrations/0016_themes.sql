CREATE TABLE `codings` (
	`contribution` text NOT NULL,
	`theme` text NOT NULL,
	`journey` text NOT NULL,
	`placed_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution`, `theme`),
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `codings_journey` ON `codings` (`journey`);--> statement-breakpoint
CREATE INDEX `codings_theme` ON `codings` (`theme`);--> statement-breakpoint
CREATE TABLE `same_words` (
	`contribution` text PRIMARY KEY NOT NULL,
	`same_as` text NOT NULL,
	`journey` text NOT NULL,
	`found_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`same_as`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `same_words_journey` ON `same_words` (`journey`);--> statement-breakpoint
CREATE INDEX `same_words_as` ON `same_words` (`same_as`);--> statement-breakpoint
CREATE TABLE `syntheses` (
	`id` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`body` text NOT NULL,
	`input_hash` text NOT NULL,
	`signed_name` text NOT NULL,
	`signed_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `syntheses_journey` ON `syntheses` (`journey`,`at`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`merged_into` text,
	`changed_by` text NOT NULL,
	`at` integer NOT NULL,
	`rev` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `themes_journey` ON `themes` (`journey`);