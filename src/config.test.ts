import { describe, expect, test } from 'vitest'
import { readConfig, WrongSetting } from './config.ts'

describe('the settings', () => {
  test('may all be left out: a demo on this machine alone', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      demo: true,
    })
    expect(config.databaseUrl).toBeUndefined()
  })

  test('that are empty count as left out', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'mellanrum.example.se'],
    ['PUBLIC_URL', 'ftp://mellanrum.example.se'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['MELLANRUM_DEMO', 'maybe'],
    ['MELLANRUM_SECRET', 'short'],
    ['MELLANRUM_LOG', 'loud'],
    ['MAIL_URL', 'mail.example.se'],
    ['MAIL_FROM', 'nobody'],
  ])('stop the start with a sentence that names %s when it is "%s"', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongSetting)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}\\b`))
  })

  test('that are wrong are all named at once', () => {
    expect(() => readConfig({ PORT: 'x', MELLANRUM_LOG: 'y' })).toThrow(/PORT[\s\S]*MELLANRUM_LOG/)
  })

  test('never repeat an address that can hold a password', () => {
    try {
      readConfig({ DATABASE_URL: 'mysql://user:hemligt@host/x' })
      expect.unreachable()
    } catch (error) {
      expect((error as Error).message).not.toContain('hemligt')
    }
  })

  test('say where mail comes from as soon as mail is sent', () => {
    expect(() => readConfig({ MAIL_URL: 'smtp://localhost' })).toThrow(/^MAIL_FROM/)
    expect(readConfig({ MAIL_URL: 'smtp://localhost', MAIL_FROM: 'a@example.se' }).mail).toBeDefined()
  })

  test.each([
    [{ HOST: '0.0.0.0' }, false],
    [{ PUBLIC_URL: 'https://mellanrum.example.se' }, false],
    [{ HOST: '0.0.0.0', MELLANRUM_DEMO: 'yes' }, true],
    [{ HOST: 'localhost' }, true],
    [{ MELLANRUM_DEMO: 'no' }, false],
  ])('with %j make a demo: %s', (environment, demo) => {
    expect(readConfig(environment as Record<string, string>).demo).toBe(demo)
  })
})
