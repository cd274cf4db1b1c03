/** What a filter says, and how it calls the comparisons. */
export const FILTER_WORDS = {
  en: {
    add: 'Filter', remove: 'Remove the condition {name}', edit: 'Change the condition {name}', text: 'As text', pills: 'As conditions',
    apply: 'Apply', cancel: 'Cancel', fact: 'What', operator: 'How', value: 'Value', filter: 'Filter', other: 'Condition in text',
    '==': 'is', '!=': 'is not', '=begins=': 'begins with', '=in=': 'is one of', '=out=': 'is none of', '=text=': 'has the words',
    '=ge=': 'at least', '=gt=': 'more than', '=le=': 'at most', '=lt=': 'less than', '=known=': 'is known', '=unknown=': 'is not known',
    'date=ge=': 'since', 'date=lt=': 'before', several: 'several, parted by commas', true: 'yes', false: 'no',
    ago: 'a date, or -P30D for 30 days ago', days: '{n} days ago', clear: 'Remove all',
    gone: 'There is nothing called {name}: it may belong to a module that is away. Without the condition the filter works.', drop: 'Remove the condition',
  },
  zh: {
    add: '筛选', remove: '删除条件 {name}', edit: '修改条件 {name}', text: '文本', pills: '条件', apply: '应用', cancel: '取消', fact: '字段',
    operator: '比较', value: '值', filter: '筛选条件', other: '文本条件', '==': '是', '!=': '不是', '=begins=': '开头是', '=in=': '属于', '=out=': '不属于',
    '=text=': '包含词', '=ge=': '不小于', '=gt=': '大于', '=le=': '不大于', '=lt=': '小于', '=known=': '已填写', '=unknown=': '未填写',
    'date=ge=': '不早于', 'date=lt=': '早于', several: '多个值用逗号分隔', true: '是', false: '否', ago: '日期，或 -P30D 表示 30 天前', days: '{n} 天前',
    clear: '全部清除', gone: '没有名为“{name}”的信息：其所属模块可能不可用。删除该条件后即可继续筛选。', drop: '删除该条件',
  },
};
