<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CorrectionPanel</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Correct a line</source>
            <translation>更正一条记录</translation>
        </message>
        <message>
            <source>Correct is</source>
            <translation>更正为</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Record correction</source>
            <translation>记录更正</translation>
        </message>
        <message>
            <source>The original stays readable, struck through</source>
            <translation>原文划去后仍可看到</translation>
        </message>
    </context>
    <context>
        <name>LogColumns</name>
        <message>
            <source>Entered later, at {time}</source>
            <translation>事后补记，记于 {time}</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>记录人</translation>
        </message>
        <message>
            <source>corrected {time}</source>
            <translation>{time} 更正</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>All kinds</source>
            <translation>全部类型</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>全部时间</translation>
        </message>
        <message>
            <source>Appended, never rewritten. Last number #{seq}</source>
            <translation>追加记录，不可改写。已存 #{seq}</translation>
        </message>
        <message>
            <source>Around {time}</source>
            <translation>{time} 前后</translation>
        </message>
        <message>
            <source>Calls, reports, instructions and what the console itself notes stand here, newest first.</source>
            <translation>来电、上报、批示和值守台自己的记录都在这里，最新的在前。</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Corrected, saved as #{seq}</source>
            <translation>已更正，已存 #{seq}</translation>
        </message>
        <message>
            <source>Entry {seq} does not follow the one before</source>
            <translation>日志 {seq} 与前一条不相接</translation>
        </message>
        <message>
            <source>Entry {seq} is missing</source>
            <translation>缺日志 {seq}</translation>
        </message>
        <message>
            <source>Entry {seq} was changed</source>
            <translation>日志 {seq} 被改动</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>近 30 天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>近 7 天</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>近一天</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>近一年</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>No sheet has this code</source>
            <translation>没有这个核验码的交接单</translation>
        </message>
        <message>
            <source>Nothing is written yet</source>
            <translation>还没有记录</translation>
        </message>
        <message>
            <source>Open incident</source>
            <translation>打开事件</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>时间段</translation>
        </message>
        <message>
            <source>The record and its proof differ in {count} places</source>
            <translation>记录与日志链有 {count} 处不符</translation>
        </message>
        <message>
            <source>The record is sound</source>
            <translation>记录完整</translation>
        </message>
        <message>
            <source>Verify the record</source>
            <translation>核验记录</translation>
        </message>
        <message>
            <source>Verifying every entry and every row …</source>
            <translation>正在逐条核验日志和记录……</translation>
        </message>
        <message>
            <source>What entry {seq} says was changed</source>
            <translation>日志 {seq} 的内容被改动</translation>
        </message>
        <message>
            <source>Words in the log</source>
            <translation>搜索日志</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有 {count} 处</translation>
        </message>
        <message>
            <source>{count} entries agree with the chain and with every row. Head #{seq} {hash}</source>
            <translation>{count} 条日志前后相接，与现存记录一致。末条 #{seq} {hash}</translation>
        </message>
        <message>
            <source>{where} was added behind the journal</source>
            <translation>{where} 绕过日志被添加</translation>
        </message>
        <message>
            <source>{where} was changed behind the journal: {columns}</source>
            <translation>{where} 绕过日志被改动：{columns}</translation>
        </message>
        <message>
            <source>{where} was deleted behind the journal</source>
            <translation>{where} 绕过日志被删除</translation>
        </message>
    </context>
</TS>
