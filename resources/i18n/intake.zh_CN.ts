<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>CallFooter</name>
        <message>
            <source>Draft is being saved</source>
            <translation>正在保存草稿</translation>
        </message>
        <message>
            <source>Draft not saved</source>
            <translation>草稿未能保存</translation>
        </message>
        <message>
            <source>Draft saved {clock}</source>
            <translation>草稿已存 {clock}</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>复述核对</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Record anyway</source>
            <translation>仍要记录</translation>
        </message>
        <message>
            <source>The five fields are there; more can follow</source>
            <translation>必填五项已齐，可先记录再补充</translation>
        </message>
        <message>
            <source>{count} missing, press again</source>
            <translation>缺 {count} 项，再按一次即记录</translation>
        </message>
        <message>
            <source>{count} of five missing</source>
            <translation>必填五项还缺 {count} 项</translation>
        </message>
    </context>
    <context>
        <name>CallHeader</name>
        <message>
            <source>Call {number}</source>
            <translation>第 {number} 通</translation>
        </message>
        <message>
            <source>Discard this call</source>
            <translation>丢弃这一通</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>接报</translation>
        </message>
        <message>
            <source>Put aside, the draft stays (Esc)</source>
            <translation>收起，草稿保留（Esc）</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>接报时间</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>通话</translation>
        </message>
    </context>
    <context>
        <name>DiscardBar</name>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Discard this call: why? A line about the call stays in the log.</source>
            <translation>丢弃这一通：请说明原因。来电本身会在日志里留一条。</translation>
        </message>
        <message>
            <source>Give a reason.</source>
            <translation>请写明原因。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Wrong number, same matter as #02, a test …</source>
            <translation>打错、与 #02 同一件事、测试……</translation>
        </message>
    </context>
    <context>
        <name>GradeBox</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose a class to see grade and limits</source>
            <translation>选定类别后给出等级和时限</translation>
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
            <source>Say why. The reason stays with the incident.</source>
            <translation>请说明理由，理由随事件保存。</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>改定</translation>
        </message>
        <message>
            <source>Set by hand. The rules suggest: {grade}</source>
            <translation>人工定级。规则建议：{grade}</translation>
        </message>
        <message>
            <source>Set the grade</source>
            <translation>定级</translation>
        </message>
        <message>
            <source>Take the suggestion</source>
            <translation>用建议</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Why the officer grades it otherwise</source>
            <translation>为什么另行定级</translation>
        </message>
        <message>
            <source>no grade</source>
            <translation>不定级</translation>
        </message>
    </context>
    <context>
        <name>GradeWords</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>; {count} missing are not counted</source>
            <translation>；失踪 {count} 人未计入</translation>
        </message>
        <message>
            <source>No casualties or loss known yet</source>
            <translation>尚无伤亡和损失数字</translation>
        </message>
        <message>
            <source>Social security events have no statutory grade</source>
            <translation>社会安全事件无法定分级</translation>
        </message>
        <message>
            <source>State Council Decree 493 Art 3 grades accidents only</source>
            <translation>国务院令第493号第三条只适用于生产安全事故</translation>
        </message>
        <message>
            <source>Suggested by State Council Decree 493 Art 3; limits include the number itself</source>
            <translation>等级建议 • 国务院令第493号第三条，“以上”含本数</translation>
        </message>
        <message>
            <source>below {high}</source>
            <translation>不足 {high}</translation>
        </message>
        <message>
            <source>direct loss {amount}</source>
            <translation>直接损失 {amount}</translation>
        </message>
        <message>
            <source>reaching {low}</source>
            <translation>达到 {low}以上</translation>
        </message>
        <message>
            <source>reaching {low} and below {high}</source>
            <translation>达到 {low}以上 {high}以下</translation>
        </message>
        <message>
            <source>{amount} hundred million yuan</source>
            <translation>{amount} 亿元</translation>
        </message>
        <message>
            <source>{amount} ten thousand yuan</source>
            <translation>{amount} 万元</translation>
        </message>
        <message>
            <source>{amount} yuan</source>
            <translation>{amount} 元</translation>
        </message>
        <message>
            <source>{count} dead</source>
            <translation>死亡 {count} 人</translation>
        </message>
        <message>
            <source>{count} evacuated</source>
            <translation>疏散 {count} 人</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>失踪 {count} 人</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>{count} seriously injured</source>
            <translation>重伤 {count} 人</translation>
        </message>
        <message>
            <source>{count} slightly injured</source>
            <translation>轻伤 {count} 人</translation>
        </message>
        <message>
            <source>{count} trapped</source>
            <translation>被困 {count} 人</translation>
        </message>
        <message>
            <source>{event_class}: graded by its own standard</source>
            <translation>{event_class}按专项标准定级</translation>
        </message>
        <message>
            <source>{facts}, {range}</source>
            <translation>{facts}，{range}</translation>
        </message>
    </context>
    <context>
        <name>IntakeDock</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>A draft could not be read and was set aside: {names}</source>
            <translation>有草稿文件损坏，已另存为：{names}</translation>
        </message>
        <message>
            <source>All other drafts and all records are safe. The file can be opened with a text editor.</source>
            <translation>其他草稿和全部记录都完好。该文件可用文本编辑器打开查看。</translation>
        </message>
        <message>
            <source>Call {number}</source>
            <translation>第 {number} 通</translation>
        </message>
        <message>
            <source>Calls being taken down</source>
            <translation>正在接报</translation>
        </message>
        <message>
            <source>Ctrl+Tab next call</source>
            <translation>Ctrl+Tab 切换</translation>
        </message>
        <message>
            <source>{call} {unit}: take it up again (Shift+F2)</source>
            <translation>{call} {unit}：点此继续（Shift+F2）</translation>
        </message>
    </context>
    <context>
        <name>IntakeForm</name>
        <message>
            <source>= {yuan} yuan</source>
            <translation>= {yuan} 元</translation>
        </message>
        <message>
            <source>Accident</source>
            <translation>事故灾难</translation>
        </message>
        <message>
            <source>As exact as known</source>
            <translation>尽量具体，可先写大致位置</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>来电</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Dead</source>
            <translation>死亡</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已采取</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>公卫</translation>
        </message>
        <message>
            <source>How the news came in</source>
            <translation>来报方式</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>直接损失</translation>
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
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>自然</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>People</source>
            <translation>伤亡</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Serious</source>
            <translation>重伤</translation>
        </message>
        <message>
            <source>Slight</source>
            <translation>轻伤</translation>
        </message>
        <message>
            <source>Social</source>
            <translation>社会安全</translation>
        </message>
        <message>
            <source>The class is not chosen yet. The limits depend on it.</source>
            <translation>还没有选类别，时限要按类别计算。</translation>
        </message>
        <message>
            <source>The place is not filled in yet. A rough one will do.</source>
            <translation>还没有填地点，可先写大致位置。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>已告知</translation>
        </message>
        <message>
            <source>Trapped</source>
            <translation>被困</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>What happened is not filled in yet.</source>
            <translation>还没有填事由。</translation>
        </message>
        <message>
            <source>When</source>
            <translation>发生时间</translation>
        </message>
        <message>
            <source>When it happened is not filled in yet.</source>
            <translation>还没有填发生时间。</translation>
        </message>
        <message>
            <source>When they were told</source>
            <translation>告知时间</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Who else was told</source>
            <translation>还告诉了谁，什么时间</translation>
        </message>
        <message>
            <source>Who is calling is not filled in yet.</source>
            <translation>还没有填来电单位。</translation>
        </message>
        <message>
            <source>ten thousand yuan</source>
            <translation>万元</translation>
        </message>
    </context>
    <context>
        <name>IntakePanel</name>
        <message>
            <source>Call discarded, log line #{seq}</source>
            <translation>来电未立项，已记入日志 #{seq}</translation>
        </message>
        <message>
            <source>Nothing is lost. Look there first; discard this draft if it is the same.</source>
            <translation>内容没有丢失。请先查看该事件，确属同一件再丢弃本草稿。</translation>
        </message>
        <message>
            <source>Record again</source>
            <translation>再次记录</translation>
        </message>
        <message>
            <source>Saved #{seq} {number}</source>
            <translation>已存 #{seq} {number}</translation>
        </message>
        <message>
            <source>Show {number}</source>
            <translation>查看 {number}</translation>
        </message>
        <message>
            <source>This call may be recorded already as {number}.</source>
            <translation>这一通可能已经记录为 {number}。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
    </context>
    <context>
        <name>LimitsList</name>
        <message>
            <source>* Not checked against its source. Check the local documents.</source>
            <translation>* 未核对来源，请核对本地文件</translation>
        </message>
        <message>
            <source>Decree 493 Art 13, {days} days</source>
            <translation>493 号第十三条，{days} 日</translation>
        </message>
        <message>
            <source>Limits once recorded</source>
            <translation>记录后生效的时限</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>补报</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>书面</translation>
        </message>
        <message>
            <source>computed as you type</source>
            <translation>按当前填写实时计算</translation>
        </message>
        <message>
            <source>when casualties change</source>
            <translation>伤亡变化时</translation>
        </message>
        <message>
            <source>window</source>
            <translation>窗口</translation>
        </message>
    </context>
    <context>
        <name>ReadBack</name>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Already told: {text}</source>
            <translation>已告知：{text}</translation>
        </message>
        <message>
            <source>Back to the fields</source>
            <translation>返回修改</translation>
        </message>
        <message>
            <source>Caller: {text}</source>
            <translation>来电：{text}</translation>
        </message>
        <message>
            <source>Casualties: {text}</source>
            <translation>伤亡：{text}</translation>
        </message>
        <message>
            <source>Class: {text}</source>
            <translation>类别：{text}</translation>
        </message>
        <message>
            <source>Done so far: {text}</source>
            <translation>已采取：{text}</translation>
        </message>
        <message>
            <source>Grade set by hand: {text}</source>
            <translation>人工定级：{text}</translation>
        </message>
        <message>
            <source>Phone: {text}</source>
            <translation>电话：{text}</translation>
        </message>
        <message>
            <source>Read back</source>
            <translation>复述核对</translation>
        </message>
        <message>
            <source>Read this to the caller, line by line</source>
            <translation>逐条读给来电人听</translation>
        </message>
        <message>
            <source>Received: {text}</source>
            <translation>接报时间：{text}</translation>
        </message>
        <message>
            <source>Still to ask: {fields}</source>
            <translation>还需问清：{fields}</translation>
        </message>
        <message>
            <source>What: {text}</source>
            <translation>事由：{text}</translation>
        </message>
        <message>
            <source>When: {text}</source>
            <translation>发生时间：{text}</translation>
        </message>
        <message>
            <source>Where: {text}</source>
            <translation>地点：{text}</translation>
        </message>
        <message>
            <source>the class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>what happened</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>when it happened</source>
            <translation>发生时间</translation>
        </message>
        <message>
            <source>where</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>who is calling</source>
            <translation>来电单位</translation>
        </message>
    </context>
</TS>
