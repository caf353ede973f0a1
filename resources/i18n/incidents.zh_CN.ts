<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>BasisPanel</name>
        <message>
            <source>Basis of the limits</source>
            <translation>时限依据</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Clause</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>check local file</source>
            <translation>请核对本地文件</translation>
        </message>
        <message>
            <source>not checked against the local file: {count}</source>
            <translation>{count} 项未核对本地文件</translation>
        </message>
    </context>
    <context>
        <name>CasualtyForm</name>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Direct loss</source>
            <translation>直接损失</translation>
        </message>
        <message>
            <source>Each change stays as a row of its own.</source>
            <translation>每次变化单独留一行。</translation>
        </message>
        <message>
            <source>Not an amount. Write 120, 1.5亿 or 9800元.</source>
            <translation>不是金额。可写 120（万元）、1.5亿、9800元。</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record casualties</source>
            <translation>记伤亡</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Who says so</source>
            <translation>数字由谁提供</translation>
        </message>
        <message>
            <source>Why the figure goes down</source>
            <translation>数字减少的原因</translation>
        </message>
        <message>
            <source>now</source>
            <translation>此刻</translation>
        </message>
        <message>
            <source>ten thousand yuan</source>
            <translation>万元</translation>
        </message>
        <message>
            <source>{figures} goes down. Say why.</source>
            <translation>{figures}减少，请写明原因。</translation>
        </message>
        <message>
            <source>{figures}: lower than before. Say why; both figures stay in the record.</source>
            <translation>{figures}比原来少，请写明原因；前后数字都留在记录里。</translation>
        </message>
        <message>
            <source>– is not known, which is not 0</source>
            <translation>– 表示不清楚，不等于 0</translation>
        </message>
    </context>
    <context>
        <name>CasualtyPanel</name>
        <message>
            <source>Casualties</source>
            <translation>伤亡</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>changes to be reported for {days} days, until {date}</source>
            <translation>补报窗口 {days} 日，至 {date}</translation>
        </message>
        <message>
            <source>no figures yet (Alt+D)</source>
            <translation>还没有数字（Alt+D）</translation>
        </message>
        <message>
            <source>one row per change</source>
            <translation>每次变化留一行</translation>
        </message>
    </context>
    <context>
        <name>CloseForm</name>
        <message>
            <source>Close incident</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>办结事件</translation>
        </message>
        <message>
            <source>First to be reported or waived</source>
            <translation>须先报告或免报</translation>
        </message>
        <message>
            <source>Follow-ups that end with it</source>
            <translation>随办结终止的续报</translation>
        </message>
        <message>
            <source>How it ended: fire out, injured in hospital, road open…</source>
            <translation>如何了结：明火扑灭、伤者送医、道路恢复……</translation>
        </message>
        <message>
            <source>Limits are still open: {count}. Record each report, or have a leader waive it.</source>
            <translation>还有 {count} 项时限未了结：请补记报告，或由领导批准免报。</translation>
        </message>
        <message>
            <source>Nothing stands in the way. News of the incident opens it again.</source>
            <translation>可以办结。之后如有新情况，事件会重新打开。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>办结理由</translation>
        </message>
        <message>
            <source>Record report</source>
            <translation>写报告</translation>
        </message>
        <message>
            <source>Waive…</source>
            <translation>免报…</translation>
        </message>
    </context>
    <context>
        <name>CorrectionBar</name>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct {time} #{number}</source>
            <translation>更正 {time} #{number}</translation>
        </message>
        <message>
            <source>Leave as it is (Esc)</source>
            <translation>不更正（Esc）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Reason of the correction</source>
            <translation>更正原因</translation>
        </message>
        <message>
            <source>Say why, in a few words: the reason stays in the record.</source>
            <translation>请写明原因，几个字即可；原因留在记录里。</translation>
        </message>
        <message>
            <source>The words are the same as before. Write what is right.</source>
            <translation>文字与原来相同，请写正确的内容。</translation>
        </message>
        <message>
            <source>What is right</source>
            <translation>正确内容</translation>
        </message>
    </context>
    <context>
        <name>CountWords</name>
        <message>
            <source>Dead</source>
            <translation>死亡</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Minor</source>
            <translation>轻伤</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>失踪</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>疏散</translation>
        </message>
        <message>
            <source>Serious</source>
            <translation>重伤</translation>
        </message>
        <message>
            <source>Trapped</source>
            <translation>被困</translation>
        </message>
    </context>
    <context>
        <name>EntryBar</name>
        <message>
            <source>Enter saves</source>
            <translation>Enter 保存</translation>
        </message>
        <message>
            <source>Feedback on the instruction of {time}: {text}</source>
            <translation>反馈 {time} 批示：{text}</translation>
        </message>
        <message>
            <source>In front: a time (0305, -5) if it was not now, a kind (Scene)</source>
            <translation>行首可写时间（0305、-5）和类别（现场）</translation>
        </message>
        <message>
            <source>Kind of the line (Alt+Down in the line)</source>
            <translation>条目类别（输入行内按 Alt+↓）</translation>
        </message>
        <message>
            <source>Kind: {kind}</source>
            <translation>类别：{kind}</translation>
        </message>
        <message>
            <source>New line of the timeline</source>
            <translation>记一笔</translation>
        </message>
        <message>
            <source>No feedback</source>
            <translation>不作反馈</translation>
        </message>
        <message>
            <source>Write a line; only ever added. Right-click a line to correct it</source>
            <translation>记一笔，只追加；右键条目可更正</translation>
        </message>
    </context>
    <context>
        <name>FactsForm</name>
        <message>
            <source>Caller</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Change what is wrong, then correct.</source>
            <translation>改好有误的内容后再更正。</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Correct the facts</source>
            <translation>更正要素</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来电单位</translation>
        </message>
        <message>
            <source>How it turned out to be otherwise</source>
            <translation>如何得知有误</translation>
        </message>
        <message>
            <source>Limits that depend on a fact are worked out anew.</source>
            <translation>与要素有关的时限会重新计算。</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>已采取</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>还没有改动。</translation>
        </message>
        <message>
            <source>Occurred</source>
            <translation>发生时间</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Told so far</source>
            <translation>已告知</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>the old value stays in the timeline</source>
            <translation>原内容留在经过里</translation>
        </message>
    </context>
    <context>
        <name>GradeForm</name>
        <message>
            <source>Change the grade</source>
            <translation>改等级</translation>
        </message>
        <message>
            <source>Choose a grade.</source>
            <translation>请选择等级。</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Graded at</source>
            <translation>定级时间</translation>
        </message>
        <message>
            <source>Limits that this adds</source>
            <translation>将新增的时限</translation>
        </message>
        <message>
            <source>None. Limits that are there stay; a lower grade takes none away.</source>
            <translation>无。已有时限不变，降低等级也不减少。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Set grade</source>
            <translation>定级</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Take {grade} as suggested</source>
            <translation>采用建议：{grade}</translation>
        </message>
        <message>
            <source>Why this grade; it is printed with the incident</source>
            <translation>定级理由，随事件打印</translation>
        </message>
        <message>
            <source>now</source>
            <translation>此刻</translation>
        </message>
    </context>
    <context>
        <name>IncidentForm</name>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Put aside, keep what is typed (Esc)</source>
            <translation>收起，保留已填内容（Esc）</translation>
        </message>
    </context>
    <context>
        <name>IncidentHead</name>
        <message>
            <source>Back to the list</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>返回列表（Esc）</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Casualties</source>
            <translation>记伤亡</translation>
        </message>
        <message>
            <source>Change grade</source>
            <translation>改等级</translation>
        </message>
        <message>
            <source>Change the grade</source>
            <translation>改等级</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Close the incident</source>
            <translation>办结事件</translation>
        </message>
        <message>
            <source>Closed {time}: {reason}</source>
            <translation>{time} 办结：{reason}</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正要素</translation>
        </message>
        <message>
            <source>Correct the facts of the incident</source>
            <translation>更正事件要素</translation>
        </message>
        <message>
            <source>Final report</source>
            <translation>终报</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Instruction</source>
            <translation>记批示</translation>
        </message>
        <message>
            <source>No report limit applies</source>
            <translation>无上报时限</translation>
        </message>
        <message>
            <source>Nothing owed: {facts}</source>
            <translation>时限均已了结：{facts}</translation>
        </message>
        <message>
            <source>Occurred</source>
            <translation>发生</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>Record a leader's instruction in the line below</source>
            <translation>在下方输入行记录领导批示</translation>
        </message>
        <message>
            <source>Record final report</source>
            <translation>写终报</translation>
        </message>
        <message>
            <source>Record follow-up</source>
            <translation>写续报</translation>
        </message>
        <message>
            <source>Record initial report</source>
            <translation>写初报</translation>
        </message>
        <message>
            <source>Record new casualty figures</source>
            <translation>记录新的伤亡数字</translation>
        </message>
        <message>
            <source>Record {report}</source>
            <translation>写{report}</translation>
        </message>
        <message>
            <source>at most {length}</source>
            <translation>最多{length}</translation>
        </message>
        <message>
            <source>last entry {person} {time}</source>
            <translation>{person} {time} 最后记录</translation>
        </message>
        <message>
            <source>late {count}</source>
            <translation>超时已报 {count}</translation>
        </message>
        <message>
            <source>on time {count}</source>
            <translation>按时 {count}</translation>
        </message>
        <message>
            <source>waived {count}</source>
            <translation>免报 {count}</translation>
        </message>
    </context>
    <context>
        <name>IncidentList</name>
        <message>
            <source>A call taken down with F2 stands here, with its limits and its timeline.</source>
            <translation>用 F2 接报记录的事件会列在这里，带时限和经过。</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All classes</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>All grades</source>
            <translation>全部等级</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Enter opens; type to filter</source>
            <translation>Enter 打开，直接输入即可筛选</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>Next limit</source>
            <translation>最近时限</translation>
        </message>
        <message>
            <source>No grade</source>
            <translation>未定级</translation>
        </message>
        <message>
            <source>No incident has been recorded yet</source>
            <translation>还没有记录事件</translation>
        </message>
        <message>
            <source>No incident matches these filters</source>
            <translation>没有符合筛选条件的事件</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take a call (F2)</source>
            <translation>接报（F2）</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Words, place, number, caller</source>
            <translation>文字、地点、编号、来电人</translation>
        </message>
        <message>
            <source>on time {count}</source>
            <translation>按时 {count}</translation>
        </message>
        <message>
            <source>waived {count}</source>
            <translation>免报 {count}</translation>
        </message>
        <message>
            <source>{count} sent late, most {length}</source>
            <translation>{count} 项超时，最多{length}</translation>
        </message>
    </context>
    <context>
        <name>IncidentView</name>
        <message>
            <source>By Art 3 these figures suggest: {grade}</source>
            <translation>按第三条建议：{grade}</translation>
        </message>
        <message>
            <source>Change the grade</source>
            <translation>改等级</translation>
        </message>
        <message>
            <source>Report recorded, #{number}</source>
            <translation>报告已记录，#{number}</translation>
        </message>
    </context>
    <context>
        <name>IncidentWords</name>
        <message>
            <source>due soon</source>
            <translation>临近</translation>
        </message>
        <message>
            <source>due {time}</source>
            <translation>应于 {time}</translation>
        </message>
        <message>
            <source>follow-up</source>
            <translation>续报</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>owed</source>
            <translation>待报</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>已报</translation>
        </message>
        <message>
            <source>sent late</source>
            <translation>已报</translation>
        </message>
        <message>
            <source>waived</source>
            <translation>免报</translation>
        </message>
        <message>
            <source>{days} d</source>
            <translation>{days} 天</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} 天 {hours} 小时</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} 小时</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <source>{length} early</source>
            <translation>按时，余 {length}</translation>
        </message>
        <message>
            <source>{length} from {start}</source>
            <translation>{start}起 {length}</translation>
        </message>
        <message>
            <source>{length} late</source>
            <translation>超时 {length}</translation>
        </message>
        <message>
            <source>{length} left</source>
            <translation>剩 {length}</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} 分</translation>
        </message>
        <message>
            <source>{one}, {other}</source>
            <translation>{one}，{other}</translation>
        </message>
    </context>
    <context>
        <name>LateReasonForm</name>
        <message>
            <source>Later</source>
            <translation>以后补</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Save reason</source>
            <translation>保存原因</translation>
        </message>
        <message>
            <source>Sent after its limit</source>
            <translation>报送超过时限</translation>
        </message>
        <message>
            <source>The report is saved. Until a reason is given, the table says so.</source>
            <translation>报告已保存。补写之前，表中注明“原因待补”。</translation>
        </message>
        <message>
            <source>What kept it back; it goes into the record as you write it</source>
            <translation>因何延误；原文写入记录</translation>
        </message>
        <message>
            <source>{report}: due {due}, sent {sent}, {late}</source>
            <translation>{report}：应于 {due}，实报 {sent}，{late}</translation>
        </message>
    </context>
    <context>
        <name>ReportForm</name>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record a report</source>
            <translation>写报告</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Sent at</source>
            <translation>报送时间</translation>
        </message>
        <message>
            <source>Sent to</source>
            <translation>报送对象</translation>
        </message>
        <message>
            <source>Signed off by</source>
            <translation>签发</translation>
        </message>
        <message>
            <source>Signed off by: leader</source>
            <translation>签发领导</translation>
        </message>
        <message>
            <source>Taken, signed by</source>
            <translation>接收、签发</translation>
        </message>
        <message>
            <source>What was reported, in a few sentences</source>
            <translation>报告了什么，几句话即可</translation>
        </message>
        <message>
            <source>Who took it at the other end</source>
            <translation>对方接收人</translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>Due</source>
            <translation>应于</translation>
        </message>
        <message>
            <source>Reason still to be given (Enter)</source>
            <translation>原因待补（Enter 补写）</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>原因：{reason}</translation>
        </message>
        <message>
            <source>Record this report</source>
            <translation>写这份报告</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Reports and limits</source>
            <translation>上报与时限</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>实报</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To</source>
            <translation>送</translation>
        </message>
        <message>
            <source>Waived by {person}: {reason}</source>
            <translation>{person} 批准免报：{reason}</translation>
        </message>
        <message>
            <source>Waive…</source>
            <translation>免报…</translation>
        </message>
        <message>
            <source>Why it was late…</source>
            <translation>补写超时原因…</translation>
        </message>
        <message>
            <source>late {count}</source>
            <translation>超时已报 {count}</translation>
        </message>
        <message>
            <source>on time {count}</source>
            <translation>按时 {count}</translation>
        </message>
        <message>
            <source>overdue {count}</source>
            <translation>超时未报 {count}</translation>
        </message>
        <message>
            <source>owed {count}</source>
            <translation>待报 {count}</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>已报</translation>
        </message>
        <message>
            <source>waived {count}</source>
            <translation>免报 {count}</translation>
        </message>
        <message>
            <source>{days} d left</source>
            <translation>剩 {days} 天</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>剩 {time}</translation>
        </message>
        <message>
            <source>{time} over</source>
            <translation>超时 {time}</translation>
        </message>
    </context>
    <context>
        <name>SettlesList</name>
        <message>
            <source>Limits that this report settles</source>
            <translation>本次报告了结的时限</translation>
        </message>
        <message>
            <source>None: tick a limit below if it was this report that it asked for.</source>
            <translation>尚无对应：若本次就是下列某项要求的报告，请勾选。</translation>
        </message>
        <message>
            <source>Nothing is owed now; the report is kept all the same.</source>
            <translation>目前没有待报时限；报告照常留存。</translation>
        </message>
        <message>
            <source>due {time}</source>
            <translation>应于 {time}</translation>
        </message>
    </context>
    <context>
        <name>TimelineDelegate</name>
        <message>
            <source>{person}, entered {time}</source>
            <translation>{person}，{time} 补记</translation>
        </message>
    </context>
    <context>
        <name>TimelinePanel</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>批示</translation>
        </message>
        <message>
            <source>Key points</source>
            <translation>要点</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>上报</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
    </context>
    <context>
        <name>TimelineView</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>更正…</translation>
        </message>
        <message>
            <source>Record feedback</source>
            <translation>记反馈</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>经过</translation>
        </message>
    </context>
    <context>
        <name>WaiverForm</name>
        <message>
            <source>Leader</source>
            <translation>批准领导</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>The limit, the name and the reason stay in the record.</source>
            <translation>时限、姓名和理由都留在记录里。</translation>
        </message>
        <message>
            <source>Waive</source>
            <translation>免报</translation>
        </message>
        <message>
            <source>Waive a limit</source>
            <translation>免报一项时限</translation>
        </message>
        <message>
            <source>Who decided it</source>
            <translation>谁作的决定</translation>
        </message>
        <message>
            <source>Why no report is needed</source>
            <translation>为何不需要报告</translation>
        </message>
    </context>
</TS>
