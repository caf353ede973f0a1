<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Banner</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>due soon</source>
            <translation>即将到时</translation>
        </message>
        <message>
            <source>met</source>
            <translation>已报</translation>
        </message>
        <message>
            <source>met late</source>
            <translation>超时已报</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>待报</translation>
        </message>
        <message>
            <source>waived</source>
            <translation>免报</translation>
        </message>
    </context>
    <context>
        <name>Countdown</name>
        <message>
            <source>left</source>
            <translation>剩</translation>
        </message>
        <message>
            <source>over</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
    </context>
    <context>
        <name>GradeBadge</name>
        <message>
            <source>No grade</source>
            <translation>未定级</translation>
        </message>
        <message>
            <source>Ⅰ Extreme</source>
            <translation>Ⅰ 特别重大</translation>
        </message>
        <message>
            <source>Ⅱ Severe</source>
            <translation>Ⅱ 重大</translation>
        </message>
        <message>
            <source>Ⅲ Major</source>
            <translation>Ⅲ 较大</translation>
        </message>
        <message>
            <source>Ⅳ Ordinary</source>
            <translation>Ⅳ 一般</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search</source>
            <translation>查找</translation>
        </message>
    </context>
    <context>
        <name>TableBox</name>
        <message>
            <source>Nothing matches</source>
            <translation>没有符合的内容</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>{count} rows</source>
            <translation>{count} 条</translation>
        </message>
    </context>
    <context>
        <name>TagList</name>
        <message>
            <source>Remove {what}</source>
            <translation>移除 {what}</translation>
        </message>
    </context>
    <context>
        <name>TimeField</name>
        <message>
            <source>0800, 08:00 or +30 (minutes on)</source>
            <translation>可写 0800、08:00、+30</translation>
        </message>
        <message>
            <source>1510, 15:10 or -20 (minutes ago)</source>
            <translation>可写 1510、15:10、-20</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明日</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨日</translation>
        </message>
        <message>
            <source>at that moment</source>
            <translation>同一时刻</translation>
        </message>
        <message>
            <source>now</source>
            <translation>此刻</translation>
        </message>
        <message>
            <source>{day} {clock}</source>
            <translation>{day} {clock}</translation>
        </message>
        <message>
            <source>{day} {clock}, {distance}</source>
            <translation>{day} {clock}，{distance}</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>{length} after</source>
            <translation>{length}后</translation>
        </message>
        <message>
            <source>{length} before</source>
            <translation>{length}前</translation>
        </message>
        <message>
            <source>{meaning}, not come yet</source>
            <translation>{meaning}，还没有到</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分钟</translation>
        </message>
    </context>
</TS>
