/** What the shared elements say themselves. */
export const WORDS = {
  en: {
    back: 'Back',
    close: 'Close',
    loading: 'Loading',
    more: 'More',
    remove: 'Remove',
    retry: 'Try again',
    'error.title': 'That did not work',
    'error.trace': 'Reference {id}',
    'error.offline': 'There is no connection to the server.',
    'delta.up': 'up {value}',
    'delta.down': 'down {value}',
  },
  zh: {
    back: '返回',
    close: '关闭',
    loading: '加载中',
    more: '更多',
    remove: '移除',
    retry: '重试',
    'error.title': '操作未成功',
    'error.trace': '参考编号 {id}',
    'error.offline': '无法连接服务器。',
    'delta.up': '上升 {value}',
    'delta.down': '下降 {value}',
  },
};
