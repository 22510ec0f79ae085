import { describe, expect, it } from 'vitest'
import { awaySentence, noticeAge } from './words'

const ZONE = 'Europe/Amsterdam'
const at = (text: string) => Date.parse(text)

describe('while you were away', () => {
  const away = { afterSeq: 4, throughSeq: 7 }

  it('names both ends of a day', () => {
    const morning = {
      ...away,
      fromMs: at('2027-05-14T06:12:00Z'),
      toMs: at('2027-05-14T08:30:00Z'),
    }
    expect(awaySentence(morning, ZONE, 'nl')).toBe(
      'While you were away, 8:12 to 10:30: three notices',
    )
  })

  it('names the day it began when that was another', () => {
    const night = { ...away, fromMs: at('2027-05-13T20:00:00Z'), toMs: at('2027-05-14T06:00:00Z') }
    expect(awaySentence(night, ZONE, 'en-GB')).toBe(
      'While you were away, Thu 13 May, 22:00 to 8:00: three notices',
    )
  })

  it('is one time when it was under a minute, and one notice when it was one', () => {
    const blink = { fromMs: at('2027-05-14T06:12:01Z'), toMs: at('2027-05-14T06:12:40Z') }
    expect(awaySentence({ ...blink, afterSeq: 4, throughSeq: 5 }, ZONE, 'nl')).toBe(
      'While you were away, 8:12: one notice',
    )
  })
})

it('says how long ago as briefly as it can', () => {
  const now = at('2027-05-14T10:00:00Z')
  const ages = ['09:59:30', '09:56:00', '07:58:00'].map((time) =>
    noticeAge(`2027-05-14T${time}Z`, now, ZONE, 'nl'),
  )
  expect(ages).toEqual(['now', '4 min', '9:58'])
  expect(noticeAge('2027-05-12T10:00:00Z', now, ZONE, 'en-GB')).toBe('Wed 12 May')
})
