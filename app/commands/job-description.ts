import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { DutyPosition } from '../../business/duties/catalogue/codes.ts'
import { likely } from '../../business/duties/descriptions/match-rules.ts'
import { readDescription } from '../../business/duties/descriptions/read.ts'
import { descriptionWords } from '../../business/duties/descriptions/words.ts'
import { calendarWords } from '../../business/duties/editions/calendar-words.ts'
import { dutyPositions } from '../../business/duties/editions/shape.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { say } from '../../platform/kinds/words.ts'

export function registerJobDescription(program: Command): void {
  program
    .command('job-description <file>')
    .description(
      'Read a job description (.docx, .txt): its clauses, their cadence or what must be decided, what they match · 读一份岗位职责',
    )
    .option('--position <position>', dutyPositions.join(' | '))
    .option('--json', 'a JSON array, one object a paragraph')
    .action(async (file: string, options: { position?: DutyPosition; json?: boolean }) => {
      if (options.position && !dutyPositions.includes(options.position)) {
        console.error(`no such position: ${options.position}; there are ${dutyPositions.join(', ')}`)
        process.exitCode = 1
        return
      }
      const read = await readDescription(await readFile(file), options.position)
      if (isRefusal(read)) {
        console.error(
          say(descriptionWords[read.refused], 'zh'),
          '·',
          say(descriptionWords[read.refused], 'en'),
        )
        process.exitCode = 1
        return
      }
      if (options.json) {
        console.log(`[\n${read.lines.map((l) => JSON.stringify(l)).join(',\n')}\n]`)
        return
      }
      for (const l of read.lines) {
        const match = l.matches[0]
        const facts = [
          l.cadence?.calendar.length ? calendarWords(l.cadence.calendar)[0] : l.cadence?.undecided,
          match && match.score >= likely ? `≈ ${match.duty} ${(match.score * 100).toFixed(0)} %` : undefined,
        ].filter(Boolean)
        console.log(
          `${l.kind.padEnd(11)} ${l.code.padEnd(5)} ${l.text}${facts.length > 0 ? `  [${facts.join(' · ')}]` : ''}`,
        )
      }
    })
}
