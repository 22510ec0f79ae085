import { expect, test } from 'vitest'
import { privacySections } from './privacy-words'

const plain = { name: 'The Quiet Room', mail_state: 'off', google: false, crm: false } as const
const said = (site: Parameters<typeof privacySections>[0]) =>
  privacySections(site)
    .flatMap((section) => section.paragraphs)
    .join('\n')

test('what a site does not do, its page does not say that it does', () => {
  const words = said(plain)
  expect(words).toContain('This site sends no mail.')
  expect(words).toContain('Nobody outside this site is told of it.')
  expect(words).not.toMatch(/Google|Forgot password|a list you wait on/)
})

test('a site with letters, Google and a system of its own says so', () => {
  const words = said({ ...plain, mail_state: 'working', google: true, crm: true })
  expect(words).toContain('We write to you about your bookings')
  expect(words).toContain('Forgot password')
  expect(words).toContain('the number by which Google knows you')
  expect(words).toContain('with a system of their own')
  expect(words).not.toContain('Nobody outside this site')
})
