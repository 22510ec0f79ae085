import { readdir, readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { deskMigrations } from '../worker/bookings/desk/migrations.ts'
import { INBOX_MIGRATIONS } from '../worker/notifications/inbox-migrations.ts'
import { inProject } from './local/project.js'

/*
 * Writes docs/data.md, or with --check only says whether it is true. The tables are made by running
 * the migrations themselves, so the page cannot claim what no migration did. Needs the project's
 * own Node: SQLite and TypeScript without a build.
 */

const DOC = 'docs/data.md'

const STORES = [
  {
    title: 'D1',
    text: 'Who people are, what is on offer, and a readable copy of every booking. `sessions` and `bookings` are copies of what desks hold: they carry no foreign key, unique or check, so that one row never fails a batch. Beside these lies `sessions_fts`, the full-text index of what is active; triggers keep it. Defined in `worker/db/schema.ts`, migrated by `migrations/`.',
    migrations: await d1Migrations(),
  },
  {
    title: 'BookingDesk, one per session',
    text: 'The only truth about seats. Rules that a schema can hold are held here, by constraints and triggers. Migrated by `worker/bookings/desk/migrations.ts`.',
    migrations: deskMigrations,
  },
  {
    title: 'FacilitatorInbox, one per facilitator',
    text: 'Her notices, in order. Migrated by `worker/notifications/inbox-migrations.ts`.',
    migrations: INBOX_MIGRATIONS,
  },
]

/** Columns that name a row of another table, where no foreign key may say so. @type {Record<string, string>} */
const NAMES_A_ROW_OF = {
  user_id: 'users',
  facilitator_id: 'facilitators',
  session_id: 'sessions',
}

const page = [
  '# The data',
  '',
  'Written by `npm run data-diagram` out of the migrations; `npm run check` fails when it is not true any more. Times are epoch milliseconds, money is minor units. A dotted line is a name without a foreign key.',
  ...STORES.flatMap(section),
  '',
].join('\n')

if (process.argv.includes('--check')) {
  const written = await readFile(inProject(DOC), 'utf8').catch(() => '')
  if (written !== page) {
    console.error(`${DOC} is not what the migrations say. Run npm run data-diagram.`)
    process.exitCode = 1
  }
} else {
  await writeFile(inProject(DOC), page)
  console.log(`${DOC} is written.`)
}

/** @param {{ title: string, text: string, migrations: readonly string[] }} store */
function section({ title, text, migrations }) {
  const db = new DatabaseSync(':memory:')
  for (const sql of migrations) db.exec(sql)
  const tables = names(db, 'table')
  const rules = names(db, 'trigger')
  return [
    ...['', `## ${title}`, '', text, '', '```mermaid', 'erDiagram'],
    ...tables.flatMap((table) => entity(db, table)),
    ...tables.flatMap((table) => relations(db, table, tables)),
    '```',
    ...(rules.length ? ['', `Triggers: ${rules.map((name) => `\`${name}\``).join(', ')}.`] : []),
  ]
}

/** Without what SQLite and its full-text index keep for themselves. @param {DatabaseSync} db @param {'table' | 'trigger'} type */
function names(db, type) {
  const own = `SELECT name FROM pragma_table_list WHERE type IN ('shadow', 'virtual')`
  const sql = `SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%' AND name NOT IN (${own}) ORDER BY name`
  return db
    .prepare(sql)
    .all(type)
    .map((row) => String(row.name))
}

/** @param {DatabaseSync} db @param {string} table */
function entity(db, table) {
  const unique = uniqueColumns(db, table)
  const references = new Set(foreignKeys(db, table).map((key) => key.from))
  const columns = db.prepare(`SELECT * FROM pragma_table_info(?)`).all(table)
  const lines = columns.map((column) => {
    const name = String(column.name)
    const keys = [
      ...(column.pk ? ['PK'] : []),
      ...(references.has(name) ? ['FK'] : []),
      ...(unique.has(name) && !column.pk ? ['UK'] : []),
    ].join(', ')
    const isOptional = !column.notnull && !column.pk
    const words = [
      String(column.type).toLowerCase(),
      name,
      keys,
      isOptional ? '"may be absent"' : '',
    ]
    return `    ${words.filter(Boolean).join(' ')}`
  })
  return [`  ${table} {`, ...lines, '  }']
}

/** @param {DatabaseSync} db @param {string} table @param {string[]} tables */
function relations(db, table, tables) {
  const firm = foreignKeys(db, table)
  const columns = db.prepare(`SELECT name FROM pragma_table_info(?)`).all(table)
  const loose = columns
    .map((column) => ({ from: String(column.name), to: NAMES_A_ROW_OF[String(column.name)] ?? '' }))
    .filter(({ from, to }) => tables.includes(to) && !firm.some((key) => key.from === from))
  return [
    ...firm.map(({ from, to }) => `  ${to} ||--o{ ${table} : ${from}`),
    ...loose.map(({ from, to }) => `  ${to} ||..o{ ${table} : ${from}`),
  ]
}

/** @param {DatabaseSync} db @param {string} table */
function foreignKeys(db, table) {
  const sql = `SELECT "from", "table" FROM pragma_foreign_key_list(?)`
  const rows = db.prepare(sql).all(table)
  return rows.map((row) => ({ from: String(row.from), to: String(row.table) }))
}

/** Columns that are unique on their own, in all rows. @param {DatabaseSync} db @param {string} table */
function uniqueColumns(db, table) {
  const indexes = db
    .prepare(`SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND NOT partial`)
    .all(table)
  const columns = indexes.map((index) =>
    db.prepare(`SELECT name FROM pragma_index_info(?)`).all(String(index.name)),
  )
  return new Set(columns.filter((of) => of.length === 1).map((of) => String(of[0]?.name)))
}

/** In the order in which wrangler applies them: by name. */
async function d1Migrations() {
  const files = (await readdir(inProject('migrations'))).filter((name) => name.endsWith('.sql'))
  return Promise.all(files.sort().map((name) => readFile(inProject('migrations', name), 'utf8')))
}
