import { words } from '../../../../platform/kinds/words.ts'

export const w = words({
  permissions: ['权限表', 'Permissions'],
  sub: [
    '系统里的每一件事，谁可以看、谁可以做、管到哪里。守门的程序读的就是这张表。',
    'Everything that can be seen or done, by whom and how far. The guard reads this very table.',
  ],
  search: ['找一件事', 'Find an act'],
  position: ['岗位', 'Position'],
  allPositions: ['全部岗位', 'All positions'],
  see: ['看', 'See'],
  do: ['做', 'Do'],
  count: ['{count} 项', '{count} {count|entry|entries}'],
  stepUp: ['要再确认本人', 'Asks for proof again'],
  anyone: ['任何人，不用登录', 'Anybody, signed in or not'],
  signedIn: ['登录的人，只对自己', 'Whoever is signed in, for himself'],
  own: ['本人', 'own'],
  store: ['本店', 'store'],
  area: ['本区', 'area'],
  company: ['全公司', 'company'],
  nothing: ['没有符合的', 'Nothing found'],
  nothingNext: ['换个词，或看全部岗位', 'Try another word, or all positions'],
})
