/** Who and what the made-up enterprise is made of: nobody's names, numbers of nobody. */
export const CHINESE = {
  surnames: [['王', 'wang'], ['李', 'li'], ['张', 'zhang'], ['刘', 'liu'], ['陈', 'chen'], ['杨', 'yang'], ['赵', 'zhao'], ['黄', 'huang'], ['周', 'zhou'], ['吴', 'wu'], ['徐', 'xu'], ['孙', 'sun']],
  given: [['敏', 'min'], ['静', 'jing'], ['丽', 'li'], ['强', 'qiang'], ['磊', 'lei'], ['洋', 'yang'], ['艳', 'yan'], ['勇', 'yong'], ['杰', 'jie'], ['娟', 'juan'], ['涛', 'tao'], ['明', 'ming'], ['超', 'chao'], ['霞', 'xia'], ['平', 'ping'], ['雪', 'xue']],
  marks: [['瑞', 'rui'], ['恒', 'heng'], ['盛', 'sheng'], ['华', 'hua'], ['安', 'an'], ['达', 'da'], ['鑫', 'xin'], ['博', 'bo'], ['远', 'yuan'], ['泰', 'tai']],
  trades: ['科技', '贸易', '物流', '食品', '医疗器械', '电子', '建材', '纺织', '教育', '能源'],
  cities: [['上海', '上海市', '200000'], ['北京', '北京市', '100000'], ['广州', '广东省', '510000'], ['深圳', '广东省', '518000'], ['杭州', '浙江省', '310000'], ['成都', '四川省', '610000'], ['南京', '江苏省', '210000'], ['武汉', '湖北省', '430000'], ['西安', '陕西省', '710000'], ['苏州', '江苏省', '215000']],
  streets: ['人民路', '中山路', '解放路', '建设路', '和平路', '新华路', '文化路', '长江路'],
  notes: ['询问交货时间', '希望收到新的报价', '对最近的订单很满意', '讨论续约', '包装有损坏，已补发', '下个月扩大采购', '更换了采购负责人', '请求演示新产品', '无人接听，稍后再打', '确认付款条件'],
};
export const ENGLISH = {
  first: ['Emma', 'Oliver', 'Amelia', 'George', 'Isla', 'Arthur', 'Grace', 'Henry', 'Ruth', 'Samuel', 'Nora', 'Daniel', 'Clara', 'Walter', 'Alice', 'Hugo'],
  last: ['Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Walker', 'White', 'Roberts', 'Green', 'Hall', 'Wood', 'Harris', 'Martin', 'Cooper', 'Ward'],
  trades: ['Logistics', 'Engineering', 'Foods', 'Interiors', 'Textiles', 'Medical', 'Software', 'Printing', 'Farms', 'Motors'],
  forms: ['Ltd', 'Group', 'Partners', 'plc', '& Sons'],
  cities: [['London', 'England', 'EC1A 1BB', 'GB'], ['Leeds', 'England', 'LS1 4AP', 'GB'], ['Sheffield', 'England', 'S1 2HH', 'GB'], ['Cardiff', 'Wales', 'CF10 1EP', 'GB'], ['New York', 'NY', '10001', 'US'], ['Chicago', 'IL', '60601', 'US'], ['Houston', 'TX', '77002', 'US'], ['Seattle', 'WA', '98101', 'US']],
  streets: ['High Street', 'Station Road', 'Main Street', 'Church Lane', 'Park Avenue', 'Mill Lane', 'Oak Street', 'King Street'],
  notes: ['Asked for the delivery date', 'Wants a new offer', 'Happy with the last order', 'Talked about renewing the contract', 'Parcel arrived damaged, replacement sent', 'Buys more from next month on', 'New contact in purchasing', 'Asked for a demonstration', 'No answer, will try again', 'Payment terms are agreed'],
};
export const TAGS = ['newsletter', 'wholesale', 'partner', 'trade fair', 'referral', '老客户', '展会'];
export const OUTCOMES = ['', 'order expected', 'interested', 'no answer', 'offer sent', 'complaint solved'];
export const PRODUCTS = [['Office chair', 899], ['Desk lamp', 129], ['Toner', 388], ['Coffee beans, 1 kg', 136], ['Standing desk', 2499], ['保温杯', 99], ['Headset', 429], ['Label printer', 699], ['茶具套装', 368], ['Network switch', 1880], ['Maintenance, one year', 3600], ['Training day', 4800], ['Server rack', 5200]];
