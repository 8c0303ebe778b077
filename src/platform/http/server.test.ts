import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProgram, personaIds, type TestProgram } from '../../../tests/support/test-program.ts'
import { isFromOurselves } from './origin.ts'

let program: TestProgram
beforeAll(async () => {
  program = await aProgram()
})
afterAll(() => program.close())

const inject = (options: {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  payload?: string
}) => program.program.app.inject(options)
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const logIn = `persona=${personaIds['process-leader']}`

describe('every answer', () => {
  test('forbids inline script and style and everything from elsewhere, also when there is no such page', async () => {
    for (const url of ['/', '/log-in', '/nowhere', '/api/nowhere', '/health']) {
      const { headers } = await inject({ method: 'GET', url })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  test('has no inline script, style or event in its page', async () => {
    const { body } = await inject({ method: 'GET', url: '/' })
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/)
  })

  test('is not about this program’s inside when something is wrong', async () => {
    const { statusCode, body } = await inject({
      method: 'POST',
      url: '/log-in',
      headers: { ...form, origin: 'http://mellanrum.test' },
      payload: 'persona=x',
    })
    expect(statusCode).toBe(400)
    expect(body).not.toMatch(/zod|node_modules|stack|uuid/i)
  })
})

describe('a form sent from another site', () => {
  test('is refused', async () => {
    const evil = await inject({
      method: 'POST',
      url: '/log-in',
      headers: { ...form, origin: 'https://evil.example' },
      payload: logIn,
    })
    expect(evil.statusCode).toBe(403)
    const own = await inject({
      method: 'POST',
      url: '/log-in',
      headers: { ...form, origin: 'http://mellanrum.test' },
      payload: logIn,
    })
    expect(own.statusCode).toBe(303)
  })

  test.each([
    ['our own origin', { origin: 'http://own.test' }, true],
    ['the host that was asked', { origin: 'http://192.168.1.7:3000', host: '192.168.1.7:3000' }, true],
    ['another origin', { origin: 'http://evil.test', host: 'own.test' }, false],
    [
      'no origin at all (a sandboxed frame)',
      { origin: 'null', host: 'own.test', cookie: 'session=x' },
      false,
    ],
    ['a page of ours by referer', { referer: 'http://own.test/page', cookie: 'session=x' }, true],
    ['a page of theirs by referer', { referer: 'http://evil.test/', cookie: 'session=x' }, false],
    ['the same site, said by the browser', { 'sec-fetch-site': 'same-origin', cookie: 'session=x' }, true],
    ['a sibling site', { 'sec-fetch-site': 'same-site', cookie: 'session=x' }, false],
    ['a program without cookies', {}, true],
    ['a program with a cookie and no word of where from', { cookie: 'session=x' }, false],
  ])('is told from one of ours: %s', (_name, headers, allowed) => {
    expect(isFromOurselves('POST', headers, 'http://own.test')).toBe(allowed)
  })
})

describe('a session', () => {
  test('is kept in the database as a hash only, and ends at the logout', async () => {
    const leader = await program.as('process-leader')
    const token = leader.cookies.get('session') ?? ''
    const { rows } = await program.test.database.write({ room: 'system', id: null, associations: [] }, trx =>
      trx
        .selectFrom('platform.session')
        .selectAll()
        .execute()
        .then(all => ({ rows: all })),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await leader.get('/conferences/new')).status).toBe(200)
    const stolen = new Map(leader.cookies)
    await leader.post('/log-out')
    for (const [name, value] of stolen) leader.cookies.set(name, value)
    expect((await leader.get('/conferences/new')).status).toBe(403)
  })

  test('of somebody who logs in anew is another, and the old one is worth nothing', async () => {
    const leader = await program.as('process-leader')
    const old = leader.cookies.get('session') ?? ''
    await leader.post('/log-in', { persona: personaIds.secretary })
    expect(leader.cookies.get('session')).not.toBe(old)
    const thief = program.visitor()
    thief.cookies.set('session', old)
    expect((await thief.get('/conferences/new')).status).toBe(403)
  })

  test('has a cookie that scripts and other sites do not get', async () => {
    const { headers } = await inject({
      method: 'POST',
      url: '/log-in',
      headers: { ...form, origin: 'http://mellanrum.test' },
      payload: logIn,
    })
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('does not lead to another site after the login', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const visitor = program.visitor()
      const answer = await visitor.post('/log-in', { persona: personaIds.secretary, next })
      expect(answer.location).toBe('/')
    }
  })
})

describe('when it is not a demo', () => {
  let real: TestProgram
  beforeAll(async () => {
    real = await aProgram({ MELLANRUM_DEMO: 'no', PUBLIC_URL: 'https://mellanrum.example.se' })
  })
  afterAll(() => real.close())

  test('no persona logs in, nothing says demo, and there is no gallery', async () => {
    const visitor = real.visitor()
    expect((await visitor.get('/')).text).not.toMatch(/demonstration/i)
    expect((await visitor.get('/ui')).status).toBe(404)
    const answer = await real.program.app.inject({
      method: 'POST',
      url: '/log-in',
      headers: { ...form, origin: 'https://mellanrum.example.se' },
      payload: logIn,
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
    for (const path of ['/try/lead', '/try/vote']) expect((await visitor.get(path)).status).toBe(404)
  })
})

describe('the log', () => {
  test('has no token, no persona and no address of a request', async () => {
    const leader = await program.as('process-leader')
    await leader.get('/conferences?q=hemligt')
    await program.visitor().get('/invitation/hemlig-token')
    const log = program.log.join('\n')
    expect(log).not.toContain(leader.cookies.get('session'))
    expect(log).not.toMatch(/hemlig|127\.0\.0\.1.*invitation|Norra/)
  })
})
