import { useContext } from 'react'
import { newId } from '../../kinds/id.ts'
import type { Language } from '../../kinds/words.ts'
import { act } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { Card, Row, Rows } from '../parts/Card.tsx'
import { Icon } from '../parts/Icon.tsx'
import { notice } from '../parts/notice.tsx'
import { Columns, Page } from '../parts/Page.tsx'
import { Chip } from '../parts/Steps.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { Go } from '../place.tsx'
import { positionName } from '../positions.ts'
import { prefer, usePreferences } from '../preferences.ts'
import { asProblem } from '../problem.ts'
import { useSay } from '../say.ts'
import { positionsOf, signOut, useMe, useName } from '../session.ts'
import { securityTitle, webWords } from '../words.ts'
import { navFor } from './nav.ts'
import { Sessions } from './Sessions.tsx'
import { PagesContext } from './Shell.tsx'
import { accessWords as w } from './words.ts'

/** Oneself: appointments, language, appearance, signed-in devices, and on the phone the way to every page. */
export default function Me() {
  const say = useSay()
  const me = useMe()
  const name = useName()
  return (
    <Page
      title={me.person.name}
      sub={`${name(me.company)} · ${say(webWords.meSub, { jobNumber: me.person.jobNumber })}`}
      width="reading"
    >
      <AllPages />
      <Columns>
        <Card title={say(webWords.appointments)}>
          <Rows>
            {me.appointments.map((a) => (
              <Row
                key={`${a.position}${a.store?.id ?? a.area?.id ?? ''}${a.onBehalfOf ?? ''}`}
                name={say(positionName(a.position))}
              >
                {name(a.store ?? a.area ?? me.company)}{' '}
                {a.onBehalfOf ? <Chip>{say(webWords.standingIn)}</Chip> : null}
              </Row>
            ))}
          </Rows>
        </Card>
        <Looks />
      </Columns>
      <Card
        title={say(securityTitle)}
        sub={me.offerSecondStep ? say(w.secondWhy) : say(w.securitySub)}
        {...(me.offerSecondStep ? { kind: 'urgent' as const } : {})}
        extra={<Go to="/me/security">{say(me.offerSecondStep ? w.setUpStep : w.open)}</Go>}
      />
      <Sessions />
      <div className="me-out">
        <Button size="large" block onClick={() => void leave()}>
          {say(me.byPin ? w.switchPerson : webWords.signOut)}
        </Button>
      </div>
    </Page>
  )
}

const leave = () => signOut().catch((fault: unknown) => notice(asProblem(fault).message, 'problem'))

function AllPages() {
  const say = useSay()
  const me = useMe()
  const entries = navFor(useContext(PagesContext), positionsOf(me))
  if (entries.length === 0) return null
  return (
    <Card title={say(webWords.allPages)}>
      <ul className="all-pages">
        {entries.map((entry) => (
          <li key={entry.path}>
            <Go to={entry.path}>
              <Icon name={entry.nav.icon} />
              <span>{say(entry.label)}</span>
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Looks() {
  const say = useSay()
  const { language, theme } = usePreferences()
  const setLanguage = (chosen: Language) => {
    prefer({ language: chosen })
    // The record makes reports and letters follow; the screen has changed already, so a failure is only said.
    act('access.setLanguage', { language: chosen }, newId()).catch((fault: unknown) =>
      notice(asProblem(fault).message, 'problem'),
    )
  }
  return (
    <Card title={say(webWords.looks)}>
      <div className="looks">
        <Tabs
          label={say(webWords.language)}
          value={language}
          onChange={setLanguage}
          options={[
            { key: 'zh', label: '中文' },
            { key: 'en', label: 'English' },
          ]}
        />
        <Tabs
          label={say(webWords.theme)}
          value={theme}
          onChange={(chosen) => prefer({ theme: chosen })}
          options={[
            { key: 'auto', label: say(webWords.themeAuto) },
            { key: 'light', label: say(webWords.themeLight) },
            { key: 'dark', label: say(webWords.themeDark) },
            { key: 'contrast', label: say(webWords.themeContrast) },
          ]}
        />
      </div>
    </Card>
  )
}
