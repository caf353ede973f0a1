<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>RulesPanel</name>
        <message>
            <source>Check against the local document</source>
            <translation>请核对本地文件</translation>
        </message>
        <message>
            <source>National rules only; a region can follow later</source>
            <translation>只用全国通用规则，以后可再加入</translation>
        </message>
        <message>
            <source>No regional rules</source>
            <translation>不用地方规则</translation>
        </message>
        <message>
            <source>Report limits</source>
            <translation>报告时限</translation>
        </message>
        <message>
            <source>Rules for public health, disaster statistics and environment can be added later in the settings.</source>
            <translation>公共卫生、灾情统计、环境事件等规则集以后可在“设置”中加入。</translation>
        </message>
        <message>
            <source>national always, and one region</source>
            <translation>全国通用必选，另选一地</translation>
        </message>
        <message>
            <source>{name}, always in force</source>
            <translation>{name}（必选）</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Begin duty</source>
            <translation>开始值守</translation>
        </message>
        <message>
            <source>Duty Console</source>
            <translation>应急值守台</translation>
        </message>
        <message>
            <source>Duty room</source>
            <translation>值班室</translation>
        </message>
        <message>
            <source>Empty, for real duty</source>
            <translation>空白启用</translation>
        </message>
        <message>
            <source>First start: whose duty room is this? Everything here can be changed later in the settings.</source>
            <translation>首次启动，请说明这是哪个值班室。这里填的以后都能在“设置”中修改。</translation>
        </message>
        <message>
            <source>How to begin</source>
            <translation>如何开始</translation>
        </message>
        <message>
            <source>It brings its own room and rules. Nothing in it is real; use another data folder for real duty.</source>
            <translation>示范区自带值班室信息和时限规则，内容全部虚构；正式值班请另用数据文件夹。</translation>
        </message>
        <message>
            <source>Made-up units, persons, a month of duty: to try and to train</source>
            <translation>虚构的单位、人员和近一个月的值守记录，供试用和培训</translation>
        </message>
        <message>
            <source>Making up the sample district, {done}</source>
            <translation>正在生成示范区 {done}</translation>
        </message>
        <message>
            <source>Posts and rules are there; persons are yours to enter</source>
            <translation>岗位和规则已备好，人员自行录入，用于正式值班</translation>
        </message>
        <message>
            <source>Sample district</source>
            <translation>示范区（样例数据）</translation>
        </message>
    </context>
</TS>
