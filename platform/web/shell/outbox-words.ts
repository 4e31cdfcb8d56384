import { words } from '../../kinds/words.ts'

export const outboxWords = words({
  sub: ['在没有网络时做的事，按先后送出', 'What was done without network, sent in its order'],
  none: ['都送到了', 'Everything has gone out'],
  noneNext: [
    '没有网络时做的事先存在这里，网络恢复后自动送出',
    'What is done without network is kept here and goes out by itself',
  ],
  refusedTitle: ['没收，要您处理', 'Not taken: please look'],
  refusedSub: [
    '系统没有收下，原因写在下面。改好重交、原样再送，或者作废',
    'The house did not take these, and says why. Mend, send as it is, or set aside',
  ],
  waitingTitle: ['在等网络', 'Waiting for the network'],
  waitingSub: ['内容存在这部手机里，关掉页面也不会丢', 'Kept on this phone; closing the page loses nothing'],
  doneAt: ['{time} 做的', 'done {time}'],
  waits: ['等网络', 'waiting'],
  sending: ['正在送出', 'sending'],
  tryNow: ['现在送出', 'Send now'],
  mend: ['改好重交', 'Open and mend'],
  open: ['打开那一页', 'Open its page'],
  again: ['再送一次', 'Send again'],
  setAside: ['作废', 'Set aside'],
  setAsideTitle: ['作废“{what}”？', 'Set “{what}” aside?'],
  setAsideNote: [
    '{time} 做的这件事不会送出，填的内容也一并删除。这一步不能撤回。',
    'What was done {time} will not go out, and what was typed is gone. This cannot be undone.',
  ],
  wasSetAside: ['已作废', 'Set aside'],
})
