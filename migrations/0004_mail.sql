CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` integer NOT NULL,
	`about_user_id` integer,
	`body` text,
	`reason` text NOT NULL,
	`died_at` integer NOT NULL,
	`replay` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dead_letters_replay` ON `dead_letters` (`replay`,`died_at`);--> statement-breakpoint
CREATE INDEX `dead_letters_user` ON `dead_letters` (`user_id`);--> statement-breakpoint
CREATE INDEX `dead_letters_about` ON `dead_letters` (`about_user_id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`lease_until` integer NOT NULL,
	`attempts` integer NOT NULL,
	`error` text,
	`tried_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `mail_errors` ON `mail` (`error`,`tried_at`);--> statement-breakpoint
CREATE INDEX `mail_tried` ON `mail` (`tried_at`);