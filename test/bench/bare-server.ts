import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'

/**
 * The least that could answer the same two requests: one row read and shown, one row stored durably before the answer.
 * No language, no session, no form token, no journey, no prompts. Arguments: the database's file, bytes of the page.
 */
const [file = '', weight = '0'] = process.argv.slice(2)

const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table if not exists answers (id integer primary key, who text not null, said text not null)')
db.exec('create index if not exists answers_who on answers (who)')
const read = db.prepare('select said from answers where who = ? order by id desc limit 1').pluck()
const insert = db.prepare('insert into answers (who, said) values (?, ?)')

const head = '<!DOCTYPE html><html lang="fi"><head><title>x</title></head><body><main data-page="step"><p>'
const foot = '</p></main></body></html>'
const padding = 'x'.repeat(Math.max(0, Number(weight) - head.length - foot.length))

const app = new Hono()
  .get('/step/:who', (c) => c.html(head + String(read.get(c.req.param('who')) ?? '') + padding + foot))
  .post('/step/:who', async (c) => {
    const { said } = await c.req.parseBody()
    insert.run(c.req.param('who'), String(said))
    return c.redirect('/next', 303)
  })

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`bare: http://127.0.0.1:${port}`),
)
process.once('SIGTERM', () => {
  server.close()
  db.close()
  process.exit(0)
})
