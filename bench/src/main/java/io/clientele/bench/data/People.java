package io.clientele.bench.data;

import java.util.SplittableRandom;

/** Made-up people and organisations: half of them Chinese, one in four an organisation, decided by seed and number alone. */
public final class People {
    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁",
        "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹"
    };
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英", "霞", "平", "刚", "桂英",
        "建国", "志强", "晓明", "雪梅", "文静", "子涵", "浩然", "欣怡"
    };
    private static final String[] LAST = {
        "Smith", "Johnson", "Williams", "Brown", "Jones", "Miller", "Davis", "Wilson", "Anderson", "Taylor", "Thomas",
                "Moore", "Martin",
        "Jackson", "Thompson", "White", "Harris", "Clark", "Lewis", "Robinson", "Walker", "Young", "Allen", "King",
                "Wright", "Scott",
        "Müller", "Dubois", "García", "Rossi"
    };
    private static final String[] FIRST = {
        "James",
        "Mary",
        "Robert",
        "Patricia",
        "John",
        "Jennifer",
        "Michael",
        "Linda",
        "David",
        "Elizabeth",
        "William",
        "Barbara",
        "Richard",
        "Susan",
        "Joseph",
        "Jessica",
        "Thomas",
        "Sarah",
        "Charles",
        "Karen",
        "Emma",
        "Oliver",
        "Zoë",
        "Liam",
        "Noah",
        "Ava",
        "Lucas",
        "Mia",
        "Ethan",
        "Chloé"
    };
    private static final String[] TRADES = {
        "Trading", "Logistics", "Foods", "Textiles", "Software", "Machinery", "Optics", "Paper"
    };
    private static final String[] TRADES_CN = {"贸易", "物流", "食品", "纺织", "软件", "机械", "光学", "纸业"};
    private static final String[] TAGS = {"vip", "newsletter", "wholesale", "trial", "partner", "fair-2025"};
    private static final String[] STATUSES = {"prospect", "active", "active", "active", "inactive"};
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    /** The population of {@code seed}. */
    public People(long seed) {
        this.seed = seed;
    }

    /** The customer of that number, the same whenever asked. */
    public Person person(long number) {
        SplittableRandom random = new SplittableRandom(seed ^ number * GOLDEN);
        boolean chinese = random.nextBoolean();
        boolean organisation = random.nextInt(4) == 0;
        int city = Cities.draw(random);
        return new Person(
                number,
                organisation ? "organisation" : "person",
                organisation ? organisation(chinese, city, random) : name(chinese, random),
                chinese ? "zh" : "en",
                pick(STATUSES, random),
                city,
                (1 + random.nextInt(300)) + (chinese ? " 中山路" : " High Street"),
                pick(TAGS, random));
    }

    private static String name(boolean chinese, SplittableRandom random) {
        return chinese ? pick(SURNAMES, random) + pick(GIVEN, random) : pick(FIRST, random) + " " + pick(LAST, random);
    }

    private static String organisation(boolean chinese, int city, SplittableRandom random) {
        return chinese
                ? Cities.name(city) + pick(SURNAMES, random) + pick(GIVEN, random) + pick(TRADES_CN, random) + "有限公司"
                : pick(LAST, random) + " & " + pick(LAST, random) + " " + pick(TRADES, random) + " Ltd";
    }

    private static String pick(String[] from, SplittableRandom random) {
        return from[random.nextInt(from.length)];
    }
}
