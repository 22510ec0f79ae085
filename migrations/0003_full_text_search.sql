-- What `GET /sessions?q=` finds by: one row for each active session, under the session's own id.
-- Contentless: the words themselves stay in `sessions` and `users`. Never in here: online_url and
-- arrival_note, which only booked people may know.
CREATE VIRTUAL TABLE `sessions_fts` USING fts5(
	`title`, `description`, `facilitator`, `place`, `what_to_expect`,
	content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
-- The words of a session as they are searched.
CREATE VIEW `sessions_words` AS SELECT
	`sessions`.`id` AS `id`, `facilitators`.`user_id` AS `user_id`,
	`sessions`.`title` AS `title`, `sessions`.`description` AS `description`,
	coalesce(`users`.`name`, '') AS `facilitator`,
	coalesce(`sessions`.`place_name`, '') || ' ' || coalesce(`sessions`.`place_address`, '') AS `place`,
	coalesce(`sessions`.`what_to_expect`, '') AS `what_to_expect`
FROM `sessions`
LEFT JOIN `facilitators` ON `facilitators`.`id` = `sessions`.`facilitator_id`
LEFT JOIN `users` ON `users`.`id` = `facilitators`.`user_id`
WHERE `sessions`.`status` = 'active';
--> statement-breakpoint
INSERT INTO `sessions_fts` (`rowid`, `title`, `description`, `facilitator`, `place`, `what_to_expect`)
SELECT `id`, `title`, `description`, `facilitator`, `place`, `what_to_expect` FROM `sessions_words`;
--> statement-breakpoint
CREATE TRIGGER `sessions_fts_born` AFTER INSERT ON `sessions` WHEN new.`status` = 'active' BEGIN
	INSERT INTO `sessions_fts` (`rowid`, `title`, `description`, `facilitator`, `place`, `what_to_expect`)
	SELECT `id`, `title`, `description`, `facilitator`, `place`, `what_to_expect` FROM `sessions_words` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
-- A booking updates the seats of its session: that must not write the index anew.
CREATE TRIGGER `sessions_fts_changed` AFTER UPDATE ON `sessions`
WHEN old.`title` IS NOT new.`title`
	OR old.`description` IS NOT new.`description`
	OR old.`place_name` IS NOT new.`place_name`
	OR old.`place_address` IS NOT new.`place_address`
	OR old.`what_to_expect` IS NOT new.`what_to_expect`
	OR old.`facilitator_id` IS NOT new.`facilitator_id`
	OR old.`status` IS NOT new.`status`
BEGIN
	DELETE FROM `sessions_fts` WHERE `rowid` = old.`id`;
	INSERT INTO `sessions_fts` (`rowid`, `title`, `description`, `facilitator`, `place`, `what_to_expect`)
	SELECT `id`, `title`, `description`, `facilitator`, `place`, `what_to_expect` FROM `sessions_words` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `sessions_fts_gone` AFTER DELETE ON `sessions` BEGIN
	DELETE FROM `sessions_fts` WHERE `rowid` = old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `sessions_fts_renamed` AFTER UPDATE OF `name` ON `users`
WHEN old.`name` IS NOT new.`name` AND new.`role` = 'facilitator'
BEGIN
	DELETE FROM `sessions_fts` WHERE `rowid` IN (
		SELECT `sessions`.`id` FROM `facilitators` JOIN `sessions` ON `sessions`.`facilitator_id` = `facilitators`.`id`
		WHERE `facilitators`.`user_id` = new.`id`
	);
	INSERT INTO `sessions_fts` (`rowid`, `title`, `description`, `facilitator`, `place`, `what_to_expect`)
	SELECT `id`, `title`, `description`, `facilitator`, `place`, `what_to_expect` FROM `sessions_words` WHERE `id` IN (
		SELECT `sessions`.`id` FROM `facilitators` JOIN `sessions` ON `sessions`.`facilitator_id` = `facilitators`.`id`
		WHERE `facilitators`.`user_id` = new.`id`
	);
END;
