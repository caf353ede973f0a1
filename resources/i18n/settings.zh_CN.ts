<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>DeskSection</name>
        <message>
            <source>A due limit repeats its sound until somebody acknowledges it.</source>
            <translation>时限到点后反复鸣响，直到有人确认。</translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>报警</translation>
        </message>
        <message>
            <source>Alarms are heard at this desk</source>
            <translation>本机报警时出声</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Desk name</source>
            <translation>本机名称</translation>
        </message>
        <message>
            <source>Desk name saved</source>
            <translation>本机名称已存</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>声音</translation>
        </message>
        <message>
            <source>Switched off: alarms are only seen here.</source>
            <translation>已关闭：本机报警只显示，不出声。</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>This machine has no sound device: alarms are only seen here.</source>
            <translation>本机没有声音设备：报警只显示，不出声。</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>试听</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>音量</translation>
        </message>
        <message>
            <source>Written beside every record, so that it shows at which desk it was made.</source>
            <translation>每条记录都注明在哪台机上写成。</translation>
        </message>
        <message>
            <source>the computer's own name</source>
            <translation>留空则用电脑名称</translation>
        </message>
    </context>
    <context>
        <name>PatternForm</name>
        <message>
            <source>Add a shift</source>
            <translation>加一班</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>常用</translation>
        </message>
        <message>
            <source>Change the shifts</source>
            <translation>改变班次</translation>
        </message>
        <message>
            <source>Day and night</source>
            <translation>白班、夜班</translation>
        </message>
        <message>
            <source>Drop them</source>
            <translation>仍然改变</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Office hours and night</source>
            <translation>工作时段加夜间</translation>
        </message>
        <message>
            <source>One of 24 h</source>
            <translation>24 小时一班</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>What was done before that day stays as it was</source>
            <translation>此日之前的值班表不变</translation>
        </message>
    </context>
    <context>
        <name>PatternPanel</name>
        <message>
            <source>Always so far</source>
            <translation>一直以来</translation>
        </message>
        <message>
            <source>From {date}</source>
            <translation>自 {date}</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>现行</translation>
        </message>
        <message>
            <source>Shifts</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Shifts set from {date}</source>
            <translation>班次自 {date} 起改变</translation>
        </message>
        <message>
            <source>To come</source>
            <translation>将启用</translation>
        </message>
        <message>
            <source>{name} {starts}, {hours} h</source>
            <translation>{name} {starts} 起 {hours} 小时</translation>
        </message>
        <message>
            <source>{shift} ({days})</source>
            <translation>{shift}（{days}）</translation>
        </message>
    </context>
    <context>
        <name>PostForm</name>
        <message>
            <source>1 is the highest</source>
            <translation>1 为最高</translation>
        </message>
        <message>
            <source>A key post is never held by one person alone (一岗双人).</source>
            <translation>重点岗位不得一人值守（一岗双人）。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a post</source>
            <translation>添加岗位</translation>
        </message>
        <message>
            <source>At least</source>
            <translation>至少</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Change {name}</source>
            <translation>修改 {name}</translation>
        </message>
        <message>
            <source>In shifts</source>
            <translation>所在班次</translation>
        </message>
        <message>
            <source>Key post, two persons</source>
            <translation>重点岗位，一岗双人</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Primary, deputy, stand-by</source>
            <translation>如主班、副班、备勤</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Tick at least one shift.</source>
            <translation>至少勾选一个班次。</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>层级</translation>
        </message>
        <message>
            <source>persons in each shift</source>
            <translation>人，每班</translation>
        </message>
    </context>
    <context>
        <name>PostRow</name>
        <message>
            <source>Change {name}</source>
            <translation>修改 {name}</translation>
        </message>
        <message>
            <source>End {name}</source>
            <translation>停用 {name}</translation>
        </message>
        <message>
            <source>Move {name} down</source>
            <translation>{name} 下移</translation>
        </message>
        <message>
            <source>Move {name} up</source>
            <translation>{name} 上移</translation>
        </message>
        <message>
            <source>Only in: {shifts}</source>
            <translation>仅设于：{shifts}</translation>
        </message>
        <message>
            <source>at least {count}</source>
            <translation>至少 {count} 人</translation>
        </message>
        <message>
            <source>key post, {count}</source>
            <translation>重点岗位 {count} 人</translation>
        </message>
        <message>
            <source>{kind}, tier {tier}</source>
            <translation>{kind} {tier} 级</translation>
        </message>
    </context>
    <context>
        <name>PostsPanel</name>
        <message>
            <source>Add the usual three</source>
            <translation>添加常用三岗</translation>
        </message>
        <message>
            <source>Clear them and end it</source>
            <translation>清空并停用</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>End the post {name} with the shift that runs now?</source>
            <translation>岗位“{name}”本班结束后停用？</translation>
        </message>
        <message>
            <source>Ended: {name}</source>
            <translation>已停用：{name}</translation>
        </message>
        <message>
            <source>Leaders stand first</source>
            <translation>带班岗位排在前面</translation>
        </message>
        <message>
            <source>No posts yet</source>
            <translation>还没有岗位</translation>
        </message>
        <message>
            <source>Past rosters keep it.</source>
            <translation>以往值班表保留不变。</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已存：{name}</translation>
        </message>
        <message>
            <source>Who must be there in every shift.</source>
            <translation>每一班必须有人的岗位。</translation>
        </message>
    </context>
    <context>
        <name>PresetList</name>
        <message>
            <source>Rule sets</source>
            <translation>规则集</translation>
        </message>
        <message>
            <source>Rules that are there stay as they are</source>
            <translation>已有规则保持不变</translation>
        </message>
    </context>
    <context>
        <name>PresetRow</name>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>加入 {name}</translation>
        </message>
        <message>
            <source>Check against the local document</source>
            <translation>请核对本地文件</translation>
        </message>
        <message>
            <source>In use</source>
            <translation>已采用</translation>
        </message>
        <message>
            <source>Rules: {count}</source>
            <translation>{count} 条</translation>
        </message>
    </context>
    <context>
        <name>RoomForm</name>
        <message>
            <source>24 hours, printed on papers</source>
            <translation>24 小时电话，印在各种单据上</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>层级</translation>
        </message>
        <message>
            <source>Own phone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Paper prefix</source>
            <translation>机关代字</translation>
        </message>
        <message>
            <source>Room name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>as on the door: Emergency Duty Room of Yunhe District</source>
            <translation>如：云河区应急值班室</translation>
        </message>
        <message>
            <source>for numbered papers; may stay empty</source>
            <translation>用于编号公文，可不填</translation>
        </message>
    </context>
    <context>
        <name>RoomSection</name>
        <message>
            <source>Duty room</source>
            <translation>值班室</translation>
        </message>
        <message>
            <source>Duty room saved</source>
            <translation>值班室信息已存</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The level decides which limits are this room's own. A new time zone shows from the next start.</source>
            <translation>层级决定哪些时限由本室承担。时区改动下次启动后在屏幕上生效。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>RuleColumns</name>
        <message>
            <source>All classes</source>
            <translation>各类事件</translation>
        </message>
        <message>
            <source>All grades</source>
            <translation>各等级</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Check against the local document</source>
            <translation>请核对本地文件</translation>
        </message>
        <message>
            <source>Check locally</source>
            <translation>请核对本地文件</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>已核对</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>续报</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起算</translation>
        </message>
        <message>
            <source>Grades</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Other level</source>
            <translation>非本级</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>报送对象</translation>
        </message>
        <message>
            <source>Routine notices</source>
            <translation>非紧急信息</translation>
        </message>
        <message>
            <source>Rule set</source>
            <translation>规则集</translation>
        </message>
        <message>
            <source>State</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Warnings received</source>
            <translation>收到的预警</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>书面</translation>
        </message>
        <message>
            <source>daily {times}</source>
            <translation>每日 {times}</translation>
        </message>
        <message>
            <source>every {hours} h</source>
            <translation>每 {hours} 小时</translation>
        </message>
        <message>
            <source>{first}, {rest}</source>
            <translation>{first}、{rest}</translation>
        </message>
    </context>
    <context>
        <name>RuleDetail</name>
        <message>
            <source>Choose a rule to read it in full</source>
            <translation>选一条规则，这里看全文</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>every duty room</source>
            <translation>各级值班室</translation>
        </message>
        <message>
            <source>{channel} to {recipient} within {length}, counted from: {clock}</source>
            <translation>{channel}报{recipient}，{clock}起 {length}内</translation>
        </message>
        <message>
            <source>{checked}. Does not hold for a room of this level.</source>
            <translation>{checked}；本级值班室不适用。</translation>
        </message>
        <message>
            <source>{classes} · {grades} · follow-up: {followup} · for: {levels} · since {date}</source>
            <translation>{classes} · {grades} · 续报：{followup} · 适用：{levels} · {date}起</translation>
        </message>
    </context>
    <context>
        <name>RulesSection</name>
        <message>
            <source>Add a rule set below.</source>
            <translation>请在下方加入规则集。</translation>
        </message>
        <message>
            <source>Added: {name}</source>
            <translation>已加入：{name}</translation>
        </message>
        <message>
            <source>No rule holds for a room of this level</source>
            <translation>没有适用于本级值班室的规则</translation>
        </message>
        <message>
            <source>Only what holds for this level</source>
            <translation>只看本级适用</translation>
        </message>
        <message>
            <source>Recipient, basis, grade</source>
            <translation>报送对象、依据、等级</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Duty room</source>
            <translation>值班室</translation>
        </message>
        <message>
            <source>Name, level, phone</source>
            <translation>名称、层级、电话</translation>
        </message>
        <message>
            <source>Report limits</source>
            <translation>报告时限</translation>
        </message>
        <message>
            <source>Rules and their clauses</source>
            <translation>规则与依据</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Shifts and posts</source>
            <translation>班次与岗位</translation>
        </message>
        <message>
            <source>Theme, language, sound</source>
            <translation>主题、语言、声音</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>What the roster stands on</source>
            <translation>值班表的基础</translation>
        </message>
    </context>
    <context>
        <name>SlotRow</name>
        <message>
            <source>Begins at</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Each shift needs a name.</source>
            <translation>每一班都要有名称。</translation>
        </message>
        <message>
            <source>Held on</source>
            <translation>适用日</translation>
        </message>
        <message>
            <source>Lasts hours</source>
            <translation>时长（小时）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name of the shift</source>
            <translation>班次名称</translation>
        </message>
        <message>
            <source>Not a number of hours. Write 24 or 8.5.</source>
            <translation>时长应为小时数，如 24 或 8.5。</translation>
        </message>
        <message>
            <source>Not a time of day. Write 0800 or 08:00.</source>
            <translation>不是有效时刻，可写 0800 或 08:00。</translation>
        </message>
        <message>
            <source>Shift {number}</source>
            <translation>第 {number} 班</translation>
        </message>
        <message>
            <source>Take this shift away</source>
            <translation>去掉这一班</translation>
        </message>
        <message>
            <source>h</source>
            <translation>小时</translation>
        </message>
    </context>
</TS>
