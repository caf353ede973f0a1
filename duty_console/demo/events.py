"""What happens in the made-up district: kinds of incidents with their words, and the lines of an ordinary shift."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from duty_console.demo.words import ENTERPRISES, ESTATES, PLACES, ROADS, SUBDISTRICTS
from duty_console.dutylog.model import LogKind
from duty_console.limits.model import EventClass, Grade

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Story:
    """One kind of incident. `{place}` and the like are filled in; `course` are the lines that follow the first call."""

    event_class: EventClass
    type: str
    callers: tuple[str, ...]
    place: str
    summary: str
    measures: str
    course: tuple[tuple[LogKind, str], ...]
    people: tuple[tuple[str, int], ...] = ()
    """The most that each count may be."""
    grade: Grade | None = None
    """The grade set by hand, for classes without numbers."""
    closing: str = "现场处置完毕，秩序恢复正常"
    weight: int = field(default=3)


A, N, H, S = EventClass.ACCIDENT, EventClass.NATURAL_DISASTER, EventClass.PUBLIC_HEALTH, EventClass.SOCIAL_SECURITY
SCENE, OUT, IN, ORDER, BACK = (
    LogKind.SCENE,
    LogKind.OUTGOING_CALL,
    LogKind.INCOMING_CALL,
    LogKind.INSTRUCTION,
    LogKind.FEEDBACK,
)
TOWN = SUBDISTRICTS

STORIES: tuple[Story, ...] = (
    Story(
        A,
        "道路交通事故",
        ("区交警大队",),
        "{road}{spot}",
        "客车与货车相撞，{few}车受损，车道双向封闭",
        "交警、120已到场，伤者送区人民医院",
        (
            (SCENE, "交警现场指挥{person}：伤者全部送医，正在清理路面"),
            (OUT, "通知区人民医院做好收治准备"),
            (IN, "区交警大队：恢复单向通行"),
        ),
        (("deaths", 1), ("serious_injuries", 2), ("minor_injuries", 5)),
        closing="车辆拖离，双向通行恢复",
        weight=8,
    ),
    Story(
        A,
        "火灾",
        TOWN,
        "{enterprise}2号车间",
        "{enterprise}2号车间起火，厂房内有人员被困，火势向东侧蔓延",
        "已报119，厂方组织疏散",
        (
            (SCENE, "消防现场指挥{person}：明火已控制，内攻搜救2组"),
            (ORDER, "{leader}：全力搜救被困人员，查清厂内危化品底数"),
            (BACK, "厂区无危化品仓库，存氧气瓶12只已移出"),
            (OUT, "通知供电公司切断厂区供电"),
        ),
        (("deaths", 1), ("serious_injuries", 1), ("minor_injuries", 4), ("trapped", 3), ("evacuated", 60)),
        closing="明火扑灭，看守火场至次日无复燃",
        weight=5,
    ),
    Story(
        A,
        "火灾",
        TOWN,
        "{estate}{n}号楼",
        "{estate}{n}号楼住户厨房起火，浓烟上窜，楼上住户自行疏散",
        "已报119，物业关闭燃气总阀",
        ((SCENE, "消防{person}：明火已扑灭，无人员被困"), (IN, "社区：住户情绪稳定，已安置")),
        (("minor_injuries", 2), ("evacuated", 40)),
        closing="火已扑灭，住户妥善安置",
        weight=6,
    ),
    Story(
        A,
        "危险化学品泄漏",
        ("云河化工有限公司", "区交通运输局"),
        "{road}{spot}",
        "槽罐车侧翻，少量液体泄漏，现场有刺激气味",
        "设置警戒区，上风向疏散群众",
        (
            (SCENE, "消防特勤站{person}：堵漏完成，正在倒罐"),
            (OUT, "通知生态环境分局监测下风向空气和河道水质"),
            (BACK, "监测：下风向500米未检出超标"),
        ),
        (("minor_injuries", 3), ("evacuated", 200)),
        closing="倒罐完毕，监测数据正常",
        weight=2,
    ),
    Story(
        A,
        "燃气泄漏",
        ("云河燃气公司",),
        "{estate}北门",
        "施工挖断燃气管道，气体外泄，周边商户闻到气味",
        "关闭上游阀门，疏散周边商户",
        ((SCENE, "燃气抢修{person}：阀门关闭，压力归零，开始换管"), (IN, "燃气公司：抢修完成，逐户通气")),
        (("evacuated", 120),),
        closing="管道修复，全部通气",
        weight=4,
    ),
    Story(
        A,
        "有限空间中毒",
        ("城北街道",),
        "城北污水提升站2号泵房",
        "清淤作业1人下井后晕倒，2人下井施救也晕倒",
        "120、消防已到场，强制通风",
        ((SCENE, "消防{person}：3人救出，送区人民医院抢救"), (ORDER, "{leader}：全力救治伤员，控制施工单位负责人")),
        (("deaths", 3), ("serious_injuries", 2)),
        closing="善后工作组进驻，事故调查组成立",
        weight=1,
    ),
    Story(
        A,
        "建筑施工事故",
        ("区住房和城乡建设局",),
        "{road}在建工地",
        "脚手架局部坍塌，有工人受伤",
        "停工，清点人数，120到场",
        ((SCENE, "{person}：人员清点完毕，无失联"), (OUT, "通知住建局派员到场")),
        (("deaths", 1), ("serious_injuries", 3), ("minor_injuries", 4)),
        closing="伤者救治中，工地停工整顿",
        weight=2,
    ),
    Story(
        A,
        "电梯困人",
        ("锦绣物业公司",),
        "{estate}{n}号楼",
        "电梯停在两层之间，困住2人，其中1名老人",
        "维保人员赶到，安抚被困人员",
        ((SCENE, "维保{person}：2人已救出，无伤"),),
        (("trapped", 2),),
        closing="人员救出，电梯停用检修",
        weight=5,
    ),
    Story(
        N,
        "森林火情",
        ("望岭林场", "区林业局"),
        "望岭林场{n}号林班",
        "林火从南坡向山脊蔓延，过火面积约4亩，风力3级",
        "林场扑火队24人上山，打隔离带",
        (
            (SCENE, "林场{person}：明火扑灭，留守看护火场"),
            (OUT, "通知相邻的松林乡做好防范"),
            (ORDER, "{leader}：加强看守，严防复燃"),
        ),
        grade=Grade.ORDINARY,
        closing="火场无复燃，看守人员撤回",
        weight=4,
    ),
    Story(
        N,
        "暴雨内涝",
        TOWN,
        "{road}下穿通道",
        "短时强降雨，下穿通道积水约60厘米，有车辆熄火",
        "封闭通道，调集抽排设备",
        ((SCENE, "{person}：2台泵车排水，水位下降"), (IN, "区气象局：降雨趋于减弱"), (OUT, "通知柳湾镇转移低洼处群众")),
        (("trapped", 2), ("evacuated", 80)),
        Grade.ORDINARY,
        "积水排完，通道恢复通行",
        5,
    ),
    Story(
        N,
        "山体滑坡",
        ("望岭镇",),
        "望岭公路7公里处",
        "边坡垮塌约50立方米，阻断半幅公路",
        "设置警示，转移坡下住户",
        ((SCENE, "自然资源局{person}：坡体仍有变形，继续监测"), (OUT, "通知交通运输局组织清障")),
        (("evacuated", 26),),
        Grade.ORDINARY,
        "清障完毕，监测稳定",
        2,
    ),
    Story(
        N,
        "大风灾情",
        TOWN,
        "{town}",
        "大风吹倒广告牌和行道树，砸坏停放车辆",
        "清理倒伏树木，加固广告牌",
        ((SCENE, "城管{person}：倒伏树木清理完毕"),),
        (("minor_injuries", 1),),
        Grade.ORDINARY,
        "清理完毕",
        3,
    ),
    Story(
        H,
        "聚集性发热",
        ("区疾病预防控制中心", "实验小学"),
        "实验小学",
        "三天内同一班级12名学生发热，症状相近",
        "停课、消毒，采样送检",
        ((BACK, "疾控：检测为季节性流感，无重症"), (OUT, "通知教育局做好全区学校晨检")),
        grade=Grade.ORDINARY,
        closing="无新增病例，复课",
        weight=2,
    ),
    Story(
        H,
        "疑似食物中毒",
        ("区人民医院", "区市场监督管理局"),
        "{enterprise}食堂",
        "职工就餐后出现呕吐腹泻，9人就诊",
        "封存食材，采样送检",
        ((SCENE, "市监局{person}：食堂停业，留样封存"), (BACK, "医院：9人病情平稳，6人已出院")),
        grade=Grade.ORDINARY,
        closing="患者全部出院，食堂整改",
        weight=2,
    ),
    Story(
        S,
        "群体性事件",
        ("北关街道", "区信访局"),
        "北关市场",
        "约60名商户聚集反映摊位费问题，情绪激动",
        "街道、市场管理公司到场沟通",
        ((SCENE, "街道{person}：选出5名代表座谈"), (ORDER, "{leader}：依法依规答复，防止矛盾激化")),
        closing="诉求登记，人员散去",
        weight=3,
    ),
    Story(
        S,
        "网络舆情",
        ("区委宣传部", "区融媒体中心"),
        "网络",
        "短视频平台出现“自来水有异味”的帖子，转发较多",
        "核实情况，准备回应",
        ((BACK, "水务集团：出厂水、管网水检测合格"), (OUT, "融媒体中心发布检测结果")),
        closing="权威信息发布，舆情平息",
        weight=2,
    ),
)

ROUTINE: tuple[tuple[LogKind, str], ...] = (
    (IN, "{town}：{road}路灯不亮约{n}盏，已转城管局"),
    (IN, "{department}：报送本周值班安排，已归档"),
    (IN, "市民来电反映{estate}夜间施工噪声，已转{town}核实"),
    (IN, "{town}：辖区{n}家企业节前安全检查完毕，无重大隐患"),
    (IN, "区气象局：未来6小时有阵雨，局地雷电，提醒防范"),
    (IN, "云河水务集团：{road}水管爆裂抢修，预计影响{estate}用水4小时"),
    (IN, "东环热力公司：换热站检修，{estate}停暖2小时"),
    (OUT, "抽查{town}值班室，两声内接听，带班领导在岗"),
    (OUT, "催报{department}舆情核实情况，答复30分钟内回电"),
    (OUT, "向{leader}报告夜间平安"),
    (OUT, "通知{town}做好强降雨防范，接电{person}"),
    (LogKind.DOCUMENT, "收市政府办公室明电《关于加强{topic}工作的通知》，已呈{leader}"),
    (LogKind.DOCUMENT, "收区防指《关于启动{topic}预警响应的通知》，转发{n}家单位"),
    (LogKind.DOCUMENT, "报送值班信息第{n}期至市政府总值班室，收件人{person}"),
    (LogKind.SPOT_CHECK, "查岗{department}：值班员在岗，电话、传真正常"),
    (LogKind.SPOT_CHECK, "查岗{town}：铃响四声接听，提醒按时接听"),
    (LogKind.NOTE, "巡视机房和备用电源，温度{n}℃，正常"),
    (LogKind.NOTE, "试拨带班领导电话，接通正常"),
    (LogKind.NOTE, "传真机换纸一包，余{n}包"),
    (LogKind.NOTE, "监控大屏第{n}路信号中断，重启后恢复"),
    (LogKind.NOTE, "与{town}、{department}视频点名，应到{n}家全部到位"),
    (LogKind.HANDOVER, "接班，清点钥匙5把、印章1枚，设备正常"),
    (ORDER, "{leader}：关注夜间降雨，低洼处提前布控"),
    (BACK, "{town}：{road}封控到位，值守{n}人"),
)
TOPICS = (
    "有限空间作业安全",
    "森林防火",
    "防汛抗旱",
    "燃气安全",
    "危险化学品运输",
    "节日值班值守",
    "高层建筑消防",
    "道路交通安全",
    "低温雨雪冰冻",
)


def choose(dice: Random) -> Story:
    """Return a story by its weight."""
    return dice.choices(STORIES, [story.weight for story in STORIES])[0]


def worded(text: str, dice: Random, person: str = "", leader: str = "", **known: str) -> str:
    """Return a sentence with its gaps filled."""
    values = {
        "road": dice.choice(ROADS),
        "spot": dice.choice(PLACES),
        "estate": dice.choice(ESTATES),
        "town": dice.choice(TOWN),
        "enterprise": dice.choice(ENTERPRISES[:4]),
        "department": dice.choice(("区水利局", "区林业局", "区住房和城乡建设局", "区卫生健康局")),
        "n": str(dice.randint(2, 28)),
        "few": str(dice.randint(2, 4)),
        "topic": dice.choice(TOPICS),
        "person": person,
        "leader": leader,
        **known,
    }
    return text.format(**values)
