CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_key` ON `attempts` (`key`,`at`);--> statement-breakpoint
CREATE INDEX `attempts_ends` ON `attempts` (`ends_at`);--> statement-breakpoint
CREATE TABLE `crm_notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`booking_id` integer NOT NULL,
	`kind` text NOT NULL,
	`user_id` integer NOT NULL,
	`user_name` text NOT NULL,
	`user_email` text NOT NULL,
	`event_id` integer NOT NULL,
	`event_title` text NOT NULL,
	`event_start_time` text NOT NULL,
	`facilitator_id` integer NOT NULL,
	`received_at` integer NOT NULL,
	`processed` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `crm_once` ON `crm_notifications` (`booking_id`,`kind`);--> statement-breakpoint
CREATE INDEX `crm_user` ON `crm_notifications` (`user_id`);--> statement-breakpoint
CREATE TABLE `erased_desks` (
	`user_id` integer NOT NULL,
	`session_id` integer NOT NULL,
	`erased_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `session_id`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`requested_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `erasures_done` ON `erasures` (`done_at`);--> statement-breakpoint
CREATE TABLE `mail_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_tokens_user` ON `mail_tokens` (`user_id`);--> statement-breakpoint
CREATE INDEX `mail_tokens_expires` ON `mail_tokens` (`expires_at`);