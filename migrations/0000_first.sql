CREATE TABLE `bookings` (
	`id` integer PRIMARY KEY NOT NULL,
	`session_id` integer NOT NULL,
	`facilitator_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`state` text NOT NULL,
	`party_size` integer NOT NULL,
	`names` text NOT NULL,
	`notes` text,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`idempotency_key` text,
	`fingerprint` text,
	`expires_at` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	`late` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`rev` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bookings_session` ON `bookings` (`session_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_user` ON `bookings` (`user_id`,`session_id`);--> statement-breakpoint
CREATE INDEX `bookings_facilitator` ON `bookings` (`facilitator_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `facilitators` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`specialization` text DEFAULT '' NOT NULL,
	`approved_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitators_user` ON `facilitators` (`user_id`);--> statement-breakpoint
CREATE TABLE `session_keys` (
	`facilitator_id` integer NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`session_id` integer NOT NULL,
	PRIMARY KEY(`facilitator_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`facilitator_id` integer NOT NULL,
	`status` text NOT NULL,
	`session_type` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`start_time` integer NOT NULL,
	`end_time` integer NOT NULL,
	`time_zone` text NOT NULL,
	`capacity` integer NOT NULL,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`payment_note` text,
	`place_name` text,
	`place_address` text,
	`online_url` text,
	`what_to_expect` text,
	`arrival_note` text,
	`days` text DEFAULT '[]' NOT NULL,
	`booking_closes_hours` integer DEFAULT 0 NOT NULL,
	`free_cancel_hours` integer DEFAULT 0 NOT NULL,
	`waitlist_policy` text DEFAULT 'skip' NOT NULL,
	`promotion_closes_hours` integer DEFAULT 0 NOT NULL,
	`cancel_reason` text,
	`created_at` integer NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`seats_rev` integer DEFAULT 0 NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`pending` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`available` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_coming` ON `sessions` (`status`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_facilitator` ON `sessions` (`facilitator_id`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_end` ON `sessions` (`end_time`,`id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`carrier` text NOT NULL,
	`current_hash` text NOT NULL,
	`previous_hash` text,
	`rotation_salt` text,
	`rotated_at` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_current` ON `sign_ins` (`current_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_previous` ON `sign_ins` (`previous_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_user` ON `sign_ins` (`user_id`);--> statement-breakpoint
CREATE TABLE `sweep_cursor` (
	`id` integer PRIMARY KEY NOT NULL,
	`after_session_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`email_verified_at` integer,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);