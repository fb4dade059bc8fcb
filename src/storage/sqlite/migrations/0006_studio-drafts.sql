CREATE TABLE `draft_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`step` text,
	`written_by` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`draft`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `draft_comments_draft` ON `draft_comments` (`draft`,`at`);--> statement-breakpoint
CREATE TABLE `draft_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`draft` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`draft`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `draft_links_draft` ON `draft_links` (`draft`,`expires_at`);--> statement-breakpoint
CREATE TABLE `draft_reviews` (
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`reviewed_by` text NOT NULL,
	`verdict` text NOT NULL,
	`text` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft`, `revision`, `reviewed_by`),
	FOREIGN KEY (`draft`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `draft_revisions` (
	`draft` text NOT NULL,
	`number` integer NOT NULL,
	`made_from` integer,
	`text` text NOT NULL,
	`personas` text,
	`made_by` text NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	PRIMARY KEY(`draft`, `number`),
	FOREIGN KEY (`draft`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`head` integer NOT NULL,
	`redo` text NOT NULL,
	`base_version` integer,
	`rev` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_journey` ON `drafts` (`journey`,`touched_at`);