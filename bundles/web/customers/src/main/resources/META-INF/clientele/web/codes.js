/** Words for codes that stand on a customer's page alone: the list comes without them. @type {Record<string, Record<string, Record<string, string>>>} */
const WORDS = {
  en: {
    relation: {employer: 'employer', employee: 'employee', supplier: 'supplier', customer: 'customer', partner: 'partner', parent: 'parent company', subsidiary: 'subsidiary', contact: 'contact', referrer: 'referrer', spouse: 'spouse', sibling: 'sibling', child: 'child'},
    way: {email: 'by e-mail', phone: 'by phone', sms: 'by text message', post: 'by post', messenger: 'by messenger', video: 'by video', visit: 'on site', web: 'on the web', chat: 'by chat', 'on site': 'on site'},
    purpose: {marketing: 'Marketing', service: 'Service', newsletter: 'Newsletter', research: 'Research', surveys: 'Surveys'},
  },
  zh: {
    relation: {employer: '雇主', employee: '员工', supplier: '供应商', customer: '客户', partner: '合作伙伴', parent: '母公司', subsidiary: '子公司', contact: '联系人', referrer: '推荐人', spouse: '配偶', sibling: '兄弟姐妹', child: '子女'},
    way: {email: '电子邮件', phone: '电话', sms: '短信', post: '邮寄', messenger: '即时通讯', video: '视频', visit: '现场', web: '网页', chat: '聊天', 'on site': '现场'},
    purpose: {marketing: '营销', service: '服务', newsletter: '资讯', research: '调研', surveys: '调查'},
  },
};

/** The words for a code; one that nobody has words for, such as what somebody typed, is said as it is. @param {'relation' | 'way' | 'purpose'} kind @param {string} code @param {string} locale */
export function inWords(kind, code, locale) {
  const words = WORDS[locale.startsWith('zh') ? 'zh' : 'en'][kind];
  const key = code.toLowerCase();
  return Object.hasOwn(words, key) ? words[key] : code;
}
