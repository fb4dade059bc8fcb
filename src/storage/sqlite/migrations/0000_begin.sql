CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`about` text NOT NULL,
	`why` text,
	`chain` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`walk` text NOT NULL,
	`seq` integer NOT NULL,
	`step` text NOT NULL,
	`reply` text NOT NULL,
	`asked_on` text NOT NULL,
	`due_on` text NOT NULL,
	`answered_on` text,
	PRIMARY KEY(`walk`, `seq`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`walk` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`kind` text NOT NULL,
	`option` text,
	`text` text,
	`language` text NOT NULL,
	`share` text,
	`situation` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contributions_place` ON `contributions` (`walk`,`step`,`prompt`);--> statement-breakpoint
CREATE INDEX `contributions_step` ON `contributions` (`journey`,`step`,`state`);--> statement-breakpoint
CREATE INDEX `contributions_state` ON `contributions` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`participant` text NOT NULL,
	`expires_at` integer NOT NULL,
	`kept` integer NOT NULL,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `devices_participant` ON `devices` (`participant`);--> statement-breakpoint
CREATE TABLE `events` (
	`walk` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`step` text,
	`data` text NOT NULL,
	PRIMARY KEY(`walk`, `seq`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_aside` ON `events` (`walk`,`step`) WHERE kind = 'aside';--> statement-breakpoint
CREATE TABLE `exposures` (
	`walk` text NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`offered` integer NOT NULL,
	`skipped` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `step`, `prompt`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`journey` text,
	`provider` text,
	`invited_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`notice_hash` text NOT NULL,
	`notice_language` text NOT NULL,
	`notice_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_code_hash` ON `participants` (`code_hash`);--> statement-breakpoint
CREATE TABLE `prompt_counts` (
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`prompt` text NOT NULL,
	`shown` integer NOT NULL,
	`answered` integer NOT NULL,
	PRIMARY KEY(`journey`, `version`, `step`, `prompt`)
);
--> statement-breakpoint
CREATE TABLE `pulse` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`role` text NOT NULL,
	`journey` text,
	`provider` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `submissions` (
	`owner` text NOT NULL,
	`key` text NOT NULL,
	`walk` text NOT NULL,
	PRIMARY KEY(`owner`, `key`)
);
--> statement-breakpoint
CREATE INDEX `submissions_walk` ON `submissions` (`walk`);--> statement-breakpoint
CREATE TABLE `told` (
	`walk` text NOT NULL,
	`name` text NOT NULL,
	`value` text,
	PRIMARY KEY(`walk`, `name`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`journey` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`definition` text NOT NULL,
	`personas` text NOT NULL,
	`author` text NOT NULL,
	`note` text,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`journey`, `number`)
);
--> statement-breakpoint
CREATE TABLE `visits` (
	`walk` text NOT NULL,
	`step` text NOT NULL,
	`opened` integer NOT NULL,
	`first_at` integer NOT NULL,
	PRIMARY KEY(`walk`, `step`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `walks` (
	`id` text PRIMARY KEY NOT NULL,
	`participant` text NOT NULL,
	`journey` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`mode` text NOT NULL,
	`persona` text,
	`tracks` text,
	`language` text NOT NULL,
	`rev` integer NOT NULL,
	`progress` text NOT NULL,
	`last_step` text,
	`opened_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`outcome_at` integer,
	FOREIGN KEY (`participant`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `walks_participant` ON `walks` (`participant`,`opened_at`);--> statement-breakpoint
CREATE INDEX `walks_version` ON `walks` (`journey`,`version`,`mode`);