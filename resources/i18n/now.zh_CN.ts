<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Ahead</name>
        <message>
            <source>{kind}: {count}</source>
            <translation>{kind} {count} 项</translation>
        </message>
    </context>
    <context>
        <name>AlarmBand</name>
        <message>
            <source>Acknowledge</source>
            <translation>确认报警</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>临近时限</translation>
        </message>
        <message>
            <source>Leader told by phone</source>
            <translation>已电话报告带班领导</translation>
        </message>
        <message>
            <source>Leader told {clock}</source>
            <translation>{clock} 已报告带班领导</translation>
        </message>
        <message>
            <source>No leader on the roster</source>
            <translation>值班表未排带班领导</translation>
        </message>
        <message>
            <source>Overdue, not reported</source>
            <translation>逾期未报</translation>
        </message>
        <message>
            <source>Phone the leader on duty</source>
            <translation>请电话报告带班领导</translation>
        </message>
        <message>
            <source>Send the report now</source>
            <translation>请立即上报</translation>
        </message>
        <message>
            <source>Time is up</source>
            <translation>时限到</translation>
        </message>
        <message>
            <source>{who} heard it {clock}</source>
            <translation>{who} {clock} 已确认</translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message>
            <source>A call that comes in is taken down with F2 and stands here until it is closed.</source>
            <translation>来电按 F2 接报，记录后列在这里，直到办结。</translation>
        </message>
        <message>
            <source>No incident in hand</source>
            <translation>没有在办事件</translation>
        </message>
        <message>
            <source>Take a call</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>{count} more on the incident page</source>
            <translation>其余 {count} 件见事件页</translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message>
            <source>due {clock} • {basis}</source>
            <translation>应于 {clock} • {basis}</translation>
        </message>
    </context>
    <context>
        <name>LogModel</name>
        <message>
            <source>entered {clock}</source>
            <translation>{clock} 补记</translation>
        </message>
        <message>
            <source>{clock} corrected</source>
            <translation>{clock} 更正</translation>
        </message>
    </context>
    <context>
        <name>LogPanel</name>
        <message>
            <source>Correcting the line of {clock}: the old text stays readable</source>
            <translation>更正 {clock} 的记录：原文划去，仍可查看</translation>
        </message>
        <message>
            <source>Duty log</source>
            <translation>值班日志</translation>
        </message>
        <message>
            <source>Enter saves</source>
            <translation>Enter 保存</translation>
        </message>
        <message>
            <source>Enter strikes and adds</source>
            <translation>Enter 更正</translation>
        </message>
        <message>
            <source>Leave the correction (Esc)</source>
            <translation>不更正了（Esc）</translation>
        </message>
        <message>
            <source>Lines are added, never changed; a slip is corrected by a line</source>
            <translation>追加记录，不可改写；写错用更正</translation>
        </message>
        <message>
            <source>Saved #{seq}</source>
            <translation>已存 #{seq}</translation>
        </message>
        <message>
            <source>Write a line: 0305 or -5 sets the time, “来电 …” the kind, #02 the incident</source>
            <translation>记一笔：时间可写 0305 或 -5，类别可写“来电 …”，#02 关联事件</translation>
        </message>
        <message>
            <source>saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>{count} in this shift</source>
            <translation>本班 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>LogRows</name>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Running log</source>
            <translation>值班日志</translation>
        </message>
        <message>
            <source>Show {number}</source>
            <translation>查看 {number}</translation>
        </message>
    </context>
    <context>
        <name>NowPage</name>
        <message>
            <source>Alarm acknowledged</source>
            <translation>已确认报警</translation>
        </message>
        <message>
            <source>Close the column</source>
            <translation>收起右栏</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>Noted that the leader was told</source>
            <translation>已记下：已电话报告带班领导</translation>
        </message>
        <message>
            <source>On watch</source>
            <translation>值守</translation>
        </message>
        <message>
            <source>Open the column</source>
            <translation>展开右栏</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Wall board</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>nearest limit first</source>
            <translation>按最近时限排序</translation>
        </message>
        <message>
            <source>none overdue</source>
            <translation>无超时</translation>
        </message>
        <message>
            <source>{count} due in 30 min</source>
            <translation>30 分钟内到期 {count}</translation>
        </message>
        <message>
            <source>{count} overdue</source>
            <translation>超时 {count}</translation>
        </message>
        <message>
            <source>{open} open for handover, {coming} coming up</source>
            <translation>交接未结 {open}　即将到期 {coming}</translation>
        </message>
    </context>
    <context>
        <name>RowView</name>
        <message>
            <source>No grade</source>
            <translation>未定级</translation>
        </message>
        <message>
            <source>Nothing owed</source>
            <translation>无待报时限</translation>
        </message>
        <message>
            <source>{report}, due {clock}</source>
            <translation>{report}，应于 {clock}</translation>
        </message>
    </context>
    <context>
        <name>SideColumn</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Alarm sound off</source>
            <translation>报警声已关</translation>
        </message>
        <message>
            <source>Alarm sound on</source>
            <translation>报警声正常</translation>
        </message>
        <message>
            <source>Attendance: sign in, off post</source>
            <translation>到岗：签到、离岗</translation>
        </message>
        <message>
            <source>Clock changed at {clock}</source>
            <translation>{clock} 时钟有变动</translation>
        </message>
        <message>
            <source>Clock runs true</source>
            <translation>时钟正常</translation>
        </message>
        <message>
            <source>Coming up</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Journal written</source>
            <translation>日志已存</translation>
        </message>
        <message>
            <source>No leader on the roster</source>
            <translation>值班表未排带班领导</translation>
        </message>
        <message>
            <source>No shift at this hour</source>
            <translation>此刻没有班次</translation>
        </message>
        <message>
            <source>Nothing is open</source>
            <translation>没有未结事项</translation>
        </message>
        <message>
            <source>On duty today</source>
            <translation>今日值班</translation>
        </message>
        <message>
            <source>Open for handover</source>
            <translation>交接未结</translation>
        </message>
        <message>
            <source>The roster has no gap for 30 days</source>
            <translation>30 天内值班表无缺岗</translation>
        </message>
        <message>
            <source>by {clock}</source>
            <translation>{clock} 前</translation>
        </message>
        <message>
            <source>gap</source>
            <translation>缺岗</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>尚未排班</translation>
        </message>
        <message>
            <source>within 30 days</source>
            <translation>30 天内</translation>
        </message>
        <message>
            <source>within a day</source>
            <translation>1 天内</translation>
        </message>
        <message>
            <source>within {days} days</source>
            <translation>{days} 天内</translation>
        </message>
        <message>
            <source>{clock} takes over</source>
            <translation>{clock} 接班</translation>
        </message>
        <message>
            <source>{count} more</source>
            <translation>还有 {count} 项</translation>
        </message>
        <message>
            <source>{day} {clock} – {next_day} {next_clock}</source>
            <translation>{day}日 {clock} – {next_day}日 {next_clock}</translation>
        </message>
        <message>
            <source>{day} {post}: {count} missing</source>
            <translation>{day} {post}缺 {count} 人</translation>
        </message>
        <message>
            <source>{post}: {count} missing</source>
            <translation>{post}缺 {count} 人</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>due {clock}</source>
            <translation>应于 {clock}</translation>
        </message>
        <message>
            <source>happened {occurred}, received {received}</source>
            <translation>发生 {occurred}，接报 {received}</translation>
        </message>
        <message>
            <source>late by {length}</source>
            <translation>超时 {length}</translation>
        </message>
        <message>
            <source>received {received}</source>
            <translation>接报 {received}</translation>
        </message>
        <message>
            <source>waived</source>
            <translation>免报</translation>
        </message>
        <message>
            <source>{day} {clock}</source>
            <translation>{day}日 {clock}</translation>
        </message>
        <message>
            <source>{one}; {two}</source>
            <translation>{one}；{two}</translation>
        </message>
    </context>
    <context>
        <name>WallBoard</name>
        <message>
            <source>Leader on duty</source>
            <translation>带班领导</translation>
        </message>
        <message>
            <source>No grade</source>
            <translation>未定级</translation>
        </message>
        <message>
            <source>No incident in hand</source>
            <translation>没有在办事件</translation>
        </message>
        <message>
            <source>No leader on the roster</source>
            <translation>值班表未排带班领导</translation>
        </message>
        <message>
            <source>Wall board</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>left</source>
            <translation>剩</translation>
        </message>
        <message>
            <source>none overdue</source>
            <translation>无超时</translation>
        </message>
        <message>
            <source>over</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>{count} due in 30 min</source>
            <translation>30 分钟内到期 {count}</translation>
        </message>
        <message>
            <source>{count} in hand</source>
            <translation>在办 {count}</translation>
        </message>
        <message>
            <source>{count} more in hand</source>
            <translation>另有在办 {count} 件</translation>
        </message>
        <message>
            <source>{count} overdue</source>
            <translation>超时 {count}</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <source>{report}, due {clock}</source>
            <translation>{report}，应于 {clock}</translation>
        </message>
    </context>
</TS>
