import { newId } from '../../platform/kinds/id.ts'
import { pictureOf } from '../../platform/photos/photos-for-tests.ts'
import type { TestPerson } from '../targets/test-chain.ts'
import type { DutyHouse } from './house-for-tests.ts'

/** A manual of two pages with two points each, published by the director. */
export async function publishManual(h: DutyHouse, at: string, from: string, id = newId()): Promise<string> {
  const { director } = h.chain
  const items = []
  for (const [i, says] of ['橱窗', '主墙'].entries()) {
    const picture = (await pictureOf(40 + i)).toString('base64')
    const taken = await h.does(director, at, 'displays.takePicture', { id: newId(), picture, takenAt: at })
    const points = ['色序由深到浅', '配齐包和围巾'].map((one, n) => ({ code: `o${n}`, says: one }))
    items.push({ code: `p${i}`, says, picture: taken.id, points })
  }
  const manual = { id, kind: 'manual', from, title: '冬·暖光', items }
  return (await h.does(director, at, 'displays.publish', manual)).id
}

interface Seen {
  manual: { id: string; pages: { code: string; points: { code: string }[] }[] } | null
}
/** A photo of every page, everything as the manual shows but what is named `page point`. */
export async function displayCheck(
  h: DutyHouse,
  who: TestPerson,
  store: string,
  at: string,
  wrong: Readonly<Record<string, 0 | 1>> = {},
) {
  const { manual } = await h.sees<Seen>(who, at, 'displays.store', { store })
  const pages = []
  for (const page of manual!.pages) {
    const picture = (await pictureOf(hash(at + page.code))).toString('base64')
    const taken = { store, id: newId(), picture, takenAt: at }
    const { id: photo } = await h.does(who, at, 'displays.takePhoto', taken)
    const scores = page.points.map(({ code }) => {
      const points = wrong[`${page.code} ${code}`] ?? 2
      return { point: code, points, wrong: points < 2 ? '少一条围巾' : null }
    })
    pages.push({ page: page.code, photo, scores })
  }
  return { id: newId(), store, edition: manual!.id, seconds: 240, words: null, pages }
}
const hash = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 99_991, 7)
