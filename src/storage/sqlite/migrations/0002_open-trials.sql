CREATE TABLE `backgrounds` (
	`walk` text NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`walk`, `trait`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`trial` text NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`trial`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `channels_trial` ON `channels` (`trial`);--> statement-breakpoint
CREATE UNIQUE INDEX `channels_code` ON `channels` (`code`);--> statement-breakpoint
CREATE TABLE `confirmations` (
	`journey` text NOT NULL,
	`step` text NOT NULL,
	`provider` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`verdict` text NOT NULL,
	`text` text,
	`feasibility` text,
	`condition` text,
	`given_by` text NOT NULL,
	`given_on` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`journey`, `step`, `provider`, `number`)
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`trial` text NOT NULL,
	`sealed` text NOT NULL,
	`day` integer NOT NULL,
	FOREIGN KEY (`trial`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_trial` ON `contacts` (`trial`,`day`);--> statement-breakpoint
CREATE TABLE `response_contributions` (
	`contribution` text NOT NULL,
	`response` text NOT NULL,
	PRIMARY KEY(`contribution`, `response`),
	FOREIGN KEY (`response`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_contributions_response` ON `response_contributions` (`response`);--> statement-breakpoint
CREATE TABLE `response_history` (
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`journey` text NOT NULL,
	`trial` text,
	`step` text NOT NULL,
	`share` text,
	`body` text NOT NULL,
	`contributions` text NOT NULL,
	`said` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`whose` text,
	`evidence` text,
	`due_on` text NOT NULL,
	`accepted_on` text,
	`decided_on` text,
	`from_version` integer NOT NULL,
	`to_version` integer,
	`published_on` text,
	`answered_by` text NOT NULL,
	`rev` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`id`, `rev`),
	FOREIGN KEY (`id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`journey` text NOT NULL,
	`trial` text,
	`step` text NOT NULL,
	`share` text,
	`body` text NOT NULL,
	`contributions` text NOT NULL,
	`said` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`whose` text,
	`evidence` text,
	`due_on` text NOT NULL,
	`accepted_on` text,
	`decided_on` text,
	`from_version` integer NOT NULL,
	`to_version` integer,
	`published_on` text,
	`answered_by` text NOT NULL,
	`rev` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `responses_journey` ON `responses` (`journey`,`at`);--> statement-breakpoint
CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`stage` text NOT NULL,
	`is_example` integer NOT NULL,
	`plan` text NOT NULL,
	`rev` integer NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `trials_journey` ON `trials` (`journey`,`created_at`);--> statement-breakpoint
ALTER TABLE `versions` ADD `changes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `walks` ADD `trial` text;--> statement-breakpoint
ALTER TABLE `walks` ADD `channel` text;--> statement-breakpoint
CREATE INDEX `walks_trial` ON `walks` (`trial`,`mode`,`channel`);--> statement-breakpoint
DROP TRIGGER `versions_are_never_changed`;--> statement-breakpoint
CREATE TRIGGER `versions_are_never_changed` BEFORE UPDATE OF `journey`, `number`, `hash`, `definition`, `author`, `note`, `published_at`, `changes` ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;--> statement-breakpoint
CREATE TRIGGER `response_history_is_never_changed` BEFORE UPDATE ON `response_history` BEGIN SELECT RAISE(ABORT, 'what was answered before is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `response_history_is_never_deleted` BEFORE DELETE ON `response_history` BEGIN SELECT RAISE(ABORT, 'what was answered before is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `confirmations_are_never_changed` BEFORE UPDATE ON `confirmations` BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `confirmations_are_never_deleted` BEFORE DELETE ON `confirmations` BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;
