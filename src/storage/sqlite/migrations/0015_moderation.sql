CREATE TABLE `flags` (
	`contribution` text NOT NULL,
	`walk` text NOT NULL,
	`rule` integer,
	`at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`contribution`, `walk`),
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `flags_walk` ON `flags` (`walk`);--> statement-breakpoint
CREATE TABLE `moderations` (
	`contribution` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`rule` integer,
	`wording` text,
	`original` text,
	`decided_by` text NOT NULL,
	`at` integer NOT NULL,
	`appeal` text,
	`appealed_at` integer,
	`appeal_by` text,
	`appeal_outcome` text,
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
