<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>BeginningChoice</name>
        <message>
            <source>A made-up district with a month of rosters, incidents and logs, to try everything on.</source>
            <translation>一个虚构的区，有一个月的值班表、事件和日志，可随意试用。</translation>
        </message>
        <message>
            <source>Begin empty</source>
            <translation>空白开始</translation>
        </message>
        <message>
            <source>Posts and the report rules are there; people and the roster are entered next.</source>
            <translation>岗位和上报规则已备好，接着录入人员和值班表。</translation>
        </message>
        <message>
            <source>Sample district</source>
            <translation>示范区（样例数据）</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>A few words about this duty room. All of it can be changed later.</source>
            <translation>先填几项本室情况，即可开始值守。以后都可以改。</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始值守</translation>
        </message>
        <message>
            <source>Document prefix</source>
            <translation>机关代字</translation>
        </message>
        <message>
            <source>Duty Console</source>
            <translation>应急值守台</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>National rules only</source>
            <translation>仅用全国性规定</translation>
        </message>
        <message>
            <source>Own phone</source>
            <translation>本室电话</translation>
        </message>
        <message>
            <source>Report rules</source>
            <translation>上报规则</translation>
        </message>
        <message>
            <source>This duty room</source>
            <translation>本值班室</translation>
        </message>
        <message>
            <source>Writing the sample district …</source>
            <translation>正在写入示范区……</translation>
        </message>
        <message>
            <source>as it is printed on papers</source>
            <translation>打印在公文上的全称</translation>
        </message>
        <message>
            <source>for the numbers of papers, may stay empty</source>
            <translation>用于文号，可不填</translation>
        </message>
        <message>
            <source>may stay empty: the sample has a name</source>
            <translation>可不填，示范区自带名称</translation>
        </message>
        <message>
            <source>the 24-hour number, printed on papers</source>
            <translation>24 小时值班电话，打印在公文上</translation>
        </message>
        <message>
            <source>{count} of them are not checked against their source: please check your local documents.</source>
            <translation>其中 {count} 条未核对来源，请核对本地文件。</translation>
        </message>
        <message>
            <source>{count} rules.</source>
            <translation>共 {count} 条规则。</translation>
        </message>
        <message>
            <source>{region}, with the national ones</source>
            <translation>{region}，并用全国性规定</translation>
        </message>
    </context>
</TS>
