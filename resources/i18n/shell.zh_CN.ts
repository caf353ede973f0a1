<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AlarmList</name>
        <message>
            <source>Acknowledge all</source>
            <translation>全部确认</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>报警</translation>
        </message>
        <message>
            <source>Nothing is due.</source>
            <translation>没有到期事项。</translation>
        </message>
        <message>
            <source>ringing {count}</source>
            <translation>鸣响 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>AlarmRow</name>
        <message>
            <source>Acknowledge</source>
            <translation>确认报警</translation>
        </message>
        <message>
            <source>Told the leader by phone</source>
            <translation>已电话报告带班领导</translation>
        </message>
        <message>
            <source>acknowledged by {name} {time}</source>
            <translation>{name} {time} 已确认</translation>
        </message>
        <message>
            <source>due {time}</source>
            <translation>应于 {time}</translation>
        </message>
        <message>
            <source>over by less than a minute</source>
            <translation>超时不到 1 分钟</translation>
        </message>
        <message>
            <source>over by {days} days</source>
            <translation>超时 {days} 天</translation>
        </message>
        <message>
            <source>over by {hours} h {minutes} min</source>
            <translation>超时 {hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>over by {minutes} min</source>
            <translation>超时 {minutes} 分钟</translation>
        </message>
    </context>
    <context>
        <name>AlarmRows</name>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>AwayList</name>
        <message>
            <source>Acknowledge all</source>
            <translation>全部确认</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Fell due while away: {count}</source>
            <translation>离开期间到期 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>DutyStrip</name>
        <message>
            <source>Alarm</source>
            <translation>报警</translation>
        </message>
        <message>
            <source>Alarm • sound off</source>
            <translation>报警 • 已静音</translation>
        </message>
        <message>
            <source>Duty strip</source>
            <translation>值班条</translation>
        </message>
        <message>
            <source>Handover in</source>
            <translation>距交班</translation>
        </message>
        <message>
            <source>Leader on duty</source>
            <translation>带班领导</translation>
        </message>
        <message>
            <source>Next limit</source>
            <translation>最近时限</translation>
        </message>
        <message>
            <source>Next shift in</source>
            <translation>距下一班</translation>
        </message>
        <message>
            <source>No shift</source>
            <translation>无班次</translation>
        </message>
        <message>
            <source>Nobody on the roster</source>
            <translation>未排班</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>None open</source>
            <translation>无待报</translation>
        </message>
        <message>
            <source>On duty</source>
            <translation>值班员</translation>
        </message>
        <message>
            <source>On duty • {name} records</source>
            <translation>值班员 • {name} 记录</translation>
        </message>
        <message>
            <source>Overdue {count}</source>
            <translation>超时 {count} 项</translation>
        </message>
        <message>
            <source>Ringing {count}</source>
            <translation>鸣响 {count} 项</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已存</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Soon {count}</source>
            <translation>临近 {count} 项</translation>
        </message>
        <message>
            <source>Take a call</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>Take down a call (F2)</source>
            <translation>接报（F2）</translation>
        </message>
        <message>
            <source>Who is recording</source>
            <translation>谁在记录</translation>
        </message>
        <message>
            <source>due {time}</source>
            <translation>应于 {time}</translation>
        </message>
        <message>
            <source>left</source>
            <translation>剩</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
        <message>
            <source>over</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <source>{first_day} {first} – {last_day} {last}</source>
            <translation>{first_day}日 {first} – {last_day}日 {last}</translation>
        </message>
    </context>
    <context>
        <name>LeaderCall</name>
        <message>
            <source>Overdue</source>
            <translation>逾期未报</translation>
        </message>
        <message>
            <source>Please call the leader on duty</source>
            <translation>请电话报告带班领导</translation>
        </message>
        <message>
            <source>no number</source>
            <translation>无号码</translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Composing the paper …</source>
            <translation>正在排版……</translation>
        </message>
        <message>
            <source>Pages: {count}</source>
            <translation>共 {count} 页</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Sent to the printer: {name}</source>
            <translation>已送打印机：{name}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>SearchPalette</name>
        <message>
            <source>Found</source>
            <translation>找到的内容</translation>
        </message>
        <message>
            <source>Nothing found for “{words}”.</source>
            <translation>没有找到“{words}”。</translation>
        </message>
        <message>
            <source>Search incidents and the log</source>
            <translation>查找事件和日志</translation>
        </message>
        <message>
            <source>↑↓ choose   Enter opens   Esc closes</source>
            <translation>↑↓ 选择   Enter 打开   Esc 关闭</translation>
        </message>
    </context>
</TS>
