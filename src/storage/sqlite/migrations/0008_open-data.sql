CREATE TABLE `release_files` (
	`journey` text NOT NULL,
	`release` integer NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`journey`, `release`, `name`)
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`journey` text NOT NULL,
	`number` integer NOT NULL,
	`released_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`journey`, `number`)
);
--> statement-breakpoint
CREATE TRIGGER `releases_are_never_changed` BEFORE UPDATE ON `releases` BEGIN SELECT RAISE(ABORT, 'open data once released never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `releases_are_never_deleted` BEFORE DELETE ON `releases` BEGIN SELECT RAISE(ABORT, 'open data once released never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `release_files_are_never_changed` BEFORE UPDATE ON `release_files` BEGIN SELECT RAISE(ABORT, 'open data once released never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `release_files_are_never_deleted` BEFORE DELETE ON `release_files` BEGIN SELECT RAISE(ABORT, 'open data once released never changes'); END;