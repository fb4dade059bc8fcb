CREATE TABLE `passages` (
	`walk` text NOT NULL,
	`version` integer NOT NULL,
	`outcome_at` integer,
	PRIMARY KEY(`walk`, `version`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `contributions_place`;--> statement-breakpoint
CREATE UNIQUE INDEX `contributions_place` ON `contributions` (`walk`,`version`,`step`,`prompt`);--> statement-breakpoint
CREATE TABLE `__new_exposures` (
	`walk` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`offered` integer NOT NULL,
	`skipped` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`, `prompt`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_exposures`("walk", "version", "step", "prompt", "offered", "skipped", "at") SELECT "walk", CASE WHEN "prompt" LIKE 'answers-this.v%' THEN CAST(substr("prompt", 15) AS integer) ELSE (SELECT "version" FROM `walks` WHERE "id" = "walk") END, "step", "prompt", "offered", "skipped", "at" FROM `exposures`;--> statement-breakpoint
DROP TABLE `exposures`;--> statement-breakpoint
ALTER TABLE `__new_exposures` RENAME TO `exposures`;--> statement-breakpoint
CREATE TABLE `__new_visits` (
	`walk` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`opened` integer NOT NULL,
	`first_at` integer NOT NULL,
	PRIMARY KEY(`walk`, `version`, `step`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_visits`("walk", "version", "step", "opened", "first_at") SELECT "walk", (SELECT "version" FROM `walks` WHERE "id" = "walk"), "step", "opened", "first_at" FROM `visits`;--> statement-breakpoint
DROP TABLE `visits`;--> statement-breakpoint
ALTER TABLE `__new_visits` RENAME TO `visits`;--> statement-breakpoint
ALTER TABLE `events` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `events` SET `version` = (SELECT `version` FROM `walks` WHERE `id` = `events`.`walk`);--> statement-breakpoint
INSERT INTO `passages` SELECT `id`, `version`, `outcome_at` FROM `walks`;
