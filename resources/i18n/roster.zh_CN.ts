<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Attendance</name>
        <message>
            <source>Due {clock}</source>
            <translation>应 {clock} 到岗</translation>
        </message>
        <message>
            <source>Never signed in</source>
            <translation>未签到</translation>
        </message>
        <message>
            <source>Not here, {minutes} min</source>
            <translation>未到岗 {minutes} 分钟</translation>
        </message>
        <message>
            <source>Off post</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>Off post {since} – {until}: {reason}</source>
            <translation>离岗 {since}–{until}：{reason}</translation>
        </message>
        <message>
            <source>Signed in {clock}</source>
            <translation>{clock} 签到</translation>
        </message>
        <message>
            <source>Since {clock}: {reason}</source>
            <translation>{clock} 起：{reason}</translation>
        </message>
        <message>
            <source>Stands by</source>
            <translation>备班</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>顶班</translation>
        </message>
        <message>
            <source>back by {clock}</source>
            <translation>{clock} 前返岗</translation>
        </message>
        <message>
            <source>meant to be back by {clock}</source>
            <translation>应于 {clock} 返岗</translation>
        </message>
        <message>
            <source>nobody stands in</source>
            <translation>无人顶班</translation>
        </message>
        <message>
            <source>{clock}, {minutes} min late</source>
            <translation>{clock} 签到，迟 {minutes} 分钟</translation>
        </message>
        <message>
            <source>{name} stands in</source>
            <translation>{name}顶班</translation>
        </message>
    </context>
    <context>
        <name>AttendancePanel</name>
        <message>
            <source>Attendance</source>
            <translation>到岗</translation>
        </message>
        <message>
            <source>Everybody signed in, in time</source>
            <translation>均按时签到</translation>
        </message>
        <message>
            <source>Last seven days</source>
            <translation>近七天</translation>
        </message>
        <message>
            <source>No shift at this hour</source>
            <translation>此时无班次</translation>
        </message>
        <message>
            <source>Nobody is on the roster now</source>
            <translation>本班无人排班</translation>
        </message>
        <message>
            <source>On duty now</source>
            <translation>当前在岗</translation>
        </message>
        <message>
            <source>Takes over at {clock}</source>
            <translation>{clock} 接班</translation>
        </message>
        <message>
            <source>{name} is back</source>
            <translation>{name}已返岗</translation>
        </message>
        <message>
            <source>{name} is off post</source>
            <translation>{name}已离岗</translation>
        </message>
        <message>
            <source>{name} signed in</source>
            <translation>{name}已签到</translation>
        </message>
        <message>
            <source>{name} signed in, {minutes} min late</source>
            <translation>{name}已签到，迟 {minutes} 分钟</translation>
        </message>
    </context>
    <context>
        <name>CalendarPanel</name>
        <message>
            <source>As by law</source>
            <translation>恢复法定</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Drop them</source>
            <translation>一并清除</translation>
        </message>
        <message>
            <source>Month after (Page Down)</source>
            <translation>后一月（Page Down）</translation>
        </message>
        <message>
            <source>Month before (Page Up)</source>
            <translation>前一月（Page Up）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <source>Set here</source>
            <translation>本室设定</translation>
        </message>
        <message>
            <source>The notice for {year} is not known here: rest and make-up days may still change.</source>
            <translation>{year} 年放假安排尚未公布或未录入，休息日和调休上班日可能变动。</translation>
        </message>
        <message>
            <source>The notice for {year} is stored</source>
            <translation>已保存 {year} 年放假安排</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>e.g. the holiday it belongs to</source>
            <translation>如所属节日名称</translation>
        </message>
        <message>
            <source>{date}: {type}</source>
            <translation>{date}：{type}</translation>
        </message>
        <message>
            <source>● set here</source>
            <translation>● 本室设定</translation>
        </message>
    </context>
    <context>
        <name>CellDelegate</name>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
    </context>
    <context>
        <name>CellDrag</name>
        <message>
            <source>Change places with {name}</source>
            <translation>与{name}对调</translation>
        </message>
        <message>
            <source>Move here</source>
            <translation>移到此岗</translation>
        </message>
        <message>
            <source>Put in</source>
            <translation>排入</translation>
        </message>
        <message>
            <source>Replace {name}</source>
            <translation>替换{name}</translation>
        </message>
    </context>
    <context>
        <name>CellEditor</name>
        <message>
            <source>Nobody called {name} is in the directory. Nothing was changed.</source>
            <translation>通讯录里没有“{name}”，排班没有改动。</translation>
        </message>
        <message>
            <source>Several persons are called {name}. Choose one from the list.</source>
            <translation>有几个人叫“{name}”，请从列表里选。</translation>
        </message>
    </context>
    <context>
        <name>CellMenu</name>
        <message>
            <source>&amp;All shifts of {name}</source>
            <translation>{name}的全部班次(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Cover for {name}…</source>
            <translation>{name}的替班(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Enter names</source>
            <translation>录入姓名(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Leave of {name}…</source>
            <translation>{name}请假(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Swap with another shift…</source>
            <translation>与其他班次调班(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Why is {name} here</source>
            <translation>为什么是{name}(&amp;W)</translation>
        </message>
        <message>
            <source>Clea&amp;r</source>
            <translation>清空(&amp;R)</translation>
        </message>
        <message>
            <source>E&amp;mergency substitution…</source>
            <translation>应急替岗(&amp;M)…</translation>
        </message>
    </context>
    <context>
        <name>CellPainter</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>CellWords</name>
        <message>
            <source>from {time}</source>
            <translation>{time}起</translation>
        </message>
        <message>
            <source>on leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>until {time}</source>
            <translation>至{time}</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>{cover} covers {name}</source>
            <translation>替班，{cover}代{name}</translation>
        </message>
        <message>
            <source>{cover} stands in for {name} (emergency)</source>
            <translation>应急替岗，{cover}代{name}</translation>
        </message>
        <message>
            <source>{cover} stands in while {name} is off post</source>
            <translation>{name}离岗，{cover}顶班</translation>
        </message>
        <message>
            <source>{time} next day</source>
            <translation>次日{time}</translation>
        </message>
    </context>
    <context>
        <name>ChangesPanel</name>
        <message>
            <source>Changes</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>应急替岗</translation>
        </message>
        <message>
            <source>In these dates</source>
            <translation>这段日期内</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>Nothing waits for a consent or a decision.</source>
            <translation>没有待同意或待批准的变更。</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>Waiting: {count}</source>
            <translation>待办 {count}</translation>
        </message>
    </context>
    <context>
        <name>CheckPanel</name>
        <message>
            <source>And {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Every post is filled, rest is kept, the numbers were rung.</source>
            <translation>各岗齐全，休息间隔足够，电话均已拨通核实。</translation>
        </message>
        <message>
            <source>Nothing to object to</source>
            <translation>未发现问题</translation>
        </message>
        <message>
            <source>{first} – {last}, checked {clock}</source>
            <translation>{first}–{last}，{clock} 检查</translation>
        </message>
    </context>
    <context>
        <name>ChosenPanel</name>
        <message>
            <source>Chosen</source>
            <translation>已选</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>No cell is chosen</source>
            <translation>没有选中格子</translation>
        </message>
        <message>
            <source>Nobody is entered</source>
            <translation>未安排</translation>
        </message>
        <message>
            <source>Shifts in these dates: {count}</source>
            <translation>这段日期 {count} 班</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>This post does not exist in this shift</source>
            <translation>本班次不设此岗</translation>
        </message>
        <message>
            <source>Type a name or initials, several parted by 、 or /. Drag to move or change places; right click.</source>
            <translation>可直接键入姓名或拼音首字母，多人用顿号或 / 分开。拖到另一格即移动或对调；右键有更多操作。</translation>
        </message>
        <message>
            <source>last {date}</source>
            <translation>前一班 {date}</translation>
        </message>
        <message>
            <source>next {date}</source>
            <translation>后一班 {date}</translation>
        </message>
        <message>
            <source>{count} earlier changes</source>
            <translation>此前还有 {count} 处变动</translation>
        </message>
        <message>
            <source>{count} persons</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}，{second}</translation>
        </message>
    </context>
    <context>
        <name>CountsPanel</name>
        <message>
            <source>Balance</source>
            <translation>均衡度</translation>
        </message>
        <message>
            <source>Drag a person into a cell; a double click shows all shifts of the person</source>
            <translation>可拖到格中排班；双击看此人全部班次</translation>
        </message>
        <message>
            <source>Hol</source>
            <translation>假期</translation>
        </message>
        <message>
            <source>Leaders {count}</source>
            <translation>带班领导 {count}</translation>
        </message>
        <message>
            <source>Mk</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Nobody is entered in these dates yet.</source>
            <translation>这段日期尚未排人。</translation>
        </message>
        <message>
            <source>Officers {count}</source>
            <translation>值班员 {count}</translation>
        </message>
        <message>
            <source>St</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>Standby {count}</source>
            <translation>备班 {count}</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>We</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>Weights: {weights}</source>
            <translation>折算：{weights}</translation>
        </message>
        <message>
            <source>Wk</source>
            <translation>工作</translation>
        </message>
        <message>
            <source>Workdays, make-up workdays, weekends, holidays, statutory holidays, as served; sum; weighted sum; distance of the weighted sum from the mean</source>
            <translation>实际值班：工作日、调休上班、周末、假期、法定节日；合计；折算；折算与平均之差</translation>
        </message>
        <message>
            <source>Wt.</source>
            <translation>折算</translation>
        </message>
        <message>
            <source>with the {years} years before</source>
            <translation>含此前 {years} 年结转</translation>
        </message>
        <message>
            <source>±</source>
            <translation>偏差</translation>
        </message>
    </context>
    <context>
        <name>CoverPanel</name>
        <message>
            <source>Asked by</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Choose a cell with somebody in it.</source>
            <translation>请选择有人的格。</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Emergency substitution</source>
            <translation>应急替岗</translation>
        </message>
        <message>
            <source>Empty: who is at this desk</source>
            <translation>不填即为当前值班员</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>In the seat</source>
            <translation>原定人</translation>
        </message>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Proposed; both are to agree and a leader to approve</source>
            <translation>已提出，待双方同意、领导批准</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Stand in at once</source>
            <translation>立即替岗</translation>
        </message>
        <message>
            <source>Stand-in</source>
            <translation>替班人</translation>
        </message>
        <message>
            <source>The substitution is in force; a leader is to confirm it</source>
            <translation>替岗已生效，待领导确认</translation>
        </message>
        <message>
            <source>The whole shift, {span}</source>
            <translation>整班，{span}</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>已报告领导</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Who was told at once</source>
            <translation>当即报告了谁</translation>
        </message>
        <message>
            <source>{span}, {hours} h</source>
            <translation>{span}，{hours} 小时</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>Done again</source>
            <translation>已重做</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>The shift of {date} {post} has begun. A correction needs its reason:</source>
            <translation>{date} {post}这一班已经开始，更正须写明原因：</translation>
        </message>
        <message>
            <source>The shift of {date} {post} is over. A correction needs its reason:</source>
            <translation>{date} {post} 这一班已结束，更正须写明原因：</translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message>
            <source>A file for the person's own phone: every duty with post, place and partner.</source>
            <translation>供本人手机日历使用：每次值班的岗位与同班人员。</translation>
        </message>
        <message>
            <source>A sheet for each month, as it stands now, with covers applied.</source>
            <translation>每月一张工作表，按当前排班并含替班。</translation>
        </message>
        <message>
            <source>Calendar of one person</source>
            <translation>个人日历</translation>
        </message>
        <message>
            <source>Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>首日</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>末日</translation>
        </message>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Roster {first} to {last}</source>
            <translation>值班表 {first} 至 {last}</translation>
        </message>
        <message>
            <source>Roster {year}-{month}</source>
            <translation>值班表 {year}-{month}</translation>
        </message>
        <message>
            <source>Save as iCalendar</source>
            <translation>另存为日历文件</translation>
        </message>
        <message>
            <source>Save the persons</source>
            <translation>保存人员表</translation>
        </message>
        <message>
            <source>Save the roster</source>
            <translation>保存值班表</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Show the paper</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>The month shown, as it is printed: look at it first, then save or print.</source>
            <translation>当前月份的打印样式：先预览，再保存或打印。</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Whose calendar?</source>
            <translation>谁的日历？</translation>
        </message>
        <message>
            <source>With phone numbers</source>
            <translation>含电话号码</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>a row per day</source>
            <translation>每天一行</translation>
        </message>
        <message>
            <source>a row per person</source>
            <translation>每人一行</translation>
        </message>
        <message>
            <source>a row per post, days across</source>
            <translation>每岗一行、日期横排</translation>
        </message>
        <message>
            <source>no roster on it</source>
            <translation>未见值班表</translation>
        </message>
    </context>
    <context>
        <name>FillBar</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>填充</translation>
        </message>
        <message>
            <source>Fill until</source>
            <translation>填充至</translation>
        </message>
        <message>
            <source>First day to repeat</source>
            <translation>重复的第一天</translation>
        </message>
        <message>
            <source>Last day to repeat</source>
            <translation>重复的最后一天</translation>
        </message>
        <message>
            <source>Only empty cells are filled</source>
            <translation>只填空格，已排的不动</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
        <message>
            <source>until</source>
            <translation>直到</translation>
        </message>
    </context>
    <context>
        <name>Filling</name>
        <message>
            <source>Cells filled: {count}</source>
            <translation>已填 {count} 格</translation>
        </message>
    </context>
    <context>
        <name>FixedForm</name>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Every shift</source>
            <translation>所有班次</translation>
        </message>
        <message>
            <source>Nobody has fixed days yet.</source>
            <translation>尚无固定值班人员。</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Remove: {what}</source>
            <translation>删除：{what}</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Tick at least one weekday.</source>
            <translation>至少勾选一个星期。</translation>
        </message>
        <message>
            <source>Who always stands there</source>
            <translation>固定在岗的人</translation>
        </message>
        <message>
            <source>Whose days are fixed?</source>
            <translation>固定谁的值班？</translation>
        </message>
    </context>
    <context>
        <name>GapsPanel</name>
        <message>
            <source>And {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>安排</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Every post is filled</source>
            <translation>各岗齐全</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>缺岗</translation>
        </message>
        <message>
            <source>Not rung for {days} days</source>
            <translation>手机号 {days} 天未核对</translation>
        </message>
        <message>
            <source>{count} missing</source>
            <translation>缺 {count} 人</translation>
        </message>
        <message>
            <source>{date} {weekday} {post}, {count} missing</source>
            <translation>{date} {weekday} {post} 缺 {count} 人</translation>
        </message>
        <message>
            <source>{names} and {more} more</source>
            <translation>{names} 等，另 {more} 人</translation>
        </message>
    </context>
    <context>
        <name>ImportPanel</name>
        <message>
            <source>And {count} more</source>
            <translation>另有 {count} 项</translation>
        </message>
        <message>
            <source>Cells imported: {count}</source>
            <translation>已导入 {count} 格</translation>
        </message>
        <message>
            <source>Cells that change</source>
            <translation>将变动的格</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Choose a workbook</source>
            <translation>选择工作簿</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Persons added: {count}</source>
            <translation>已增加 {count} 人</translation>
        </message>
        <message>
            <source>Persons to add</source>
            <translation>将增加的人员</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Roster</source>
            <translation>值班表</translation>
        </message>
        <message>
            <source>Store all: {count}</source>
            <translation>全部保存：{count}</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>待查看</translation>
        </message>
        <message>
            <source>What the file holds</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>Why past shifts are corrected, then Enter</source>
            <translation>更正已过班次的理由，回车</translation>
        </message>
        <message>
            <source>errors {wrong}, warnings {doubts}</source>
            <translation>错误 {wrong}，提醒 {doubts}</translation>
        </message>
        <message>
            <source>new units: {units}</source>
            <translation>新单位：{units}</translation>
        </message>
    </context>
    <context>
        <name>ImportRows</name>
        <message>
            <source>A row per day, a row per person, or a row per post; merged cells, several names in a cell and dates as text are understood.</source>
            <translation>每天一行、每人一行或每岗一行均可；合并单元格、一格多人、文本日期都能识别。</translation>
        </message>
        <message>
            <source>A sheet with a row per person and a head: name, unit, title, phone.</source>
            <translation>每人一行，首行为表头：姓名、单位、职务、电话。</translation>
        </message>
        <message>
            <source>Can be stored</source>
            <translation>可以保存</translation>
        </message>
        <message>
            <source>Can be stored; look at the warnings</source>
            <translation>可以保存，请看提醒</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Nothing can be stored while there are errors</source>
            <translation>有错误，未改正前不能保存</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>The file says nothing new</source>
            <translation>文件与现有内容一致</translation>
        </message>
        <message>
            <source>Unit, title</source>
            <translation>单位、职务</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>cleared</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>{sheet}, column {column}</source>
            <translation>{sheet}，{column} 列</translation>
        </message>
        <message>
            <source>{sheet}, row {row}</source>
            <translation>{sheet}，第 {row} 行</translation>
        </message>
        <message>
            <source>{sheet}, row {row}, column {column}</source>
            <translation>{sheet}，第 {row} 行 {column} 列</translation>
        </message>
        <message>
            <source>{sheet}: {layout}</source>
            <translation>{sheet}：{layout}</translation>
        </message>
    </context>
    <context>
        <name>LeaderBoard</name>
        <message>
            <source>F11 or Esc closes</source>
            <translation>按 F11 或 Esc 退出</translation>
        </message>
        <message>
            <source>Leaders on duty</source>
            <translation>带班领导</translation>
        </message>
        <message>
            <source>Missing: {posts}</source>
            <translation>缺：{posts}</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一班</translation>
        </message>
        <message>
            <source>No leader</source>
            <translation>无带班领导</translation>
        </message>
        <message>
            <source>No leader on the roster</source>
            <translation>未排带班领导</translation>
        </message>
        <message>
            <source>No shift at this hour</source>
            <translation>此时无班次</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Rang, it is right</source>
            <translation>已拨通，号码无误</translation>
        </message>
        <message>
            <source>{post}: {count} missing</source>
            <translation>{post}缺 {count} 人</translation>
        </message>
    </context>
    <context>
        <name>LeaderPanel</name>
        <message>
            <source>Leader's view</source>
            <translation>领导查看</translation>
        </message>
        <message>
            <source>Missing: {posts}</source>
            <translation>缺：{posts}</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一班</translation>
        </message>
        <message>
            <source>No leader</source>
            <translation>无带班领导</translation>
        </message>
        <message>
            <source>No leader on the roster</source>
            <translation>未排带班领导</translation>
        </message>
        <message>
            <source>No shift at this hour</source>
            <translation>此时无班次</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Number verified: {name} {phone}</source>
            <translation>已核实号码：{name} {phone}</translation>
        </message>
        <message>
            <source>Rang, it is right</source>
            <translation>已拨通，号码无误</translation>
        </message>
        <message>
            <source>Rang, it is right: {name}</source>
            <translation>已拨通，号码无误：{name}</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Whole screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>{post}: {count} missing</source>
            <translation>{post}缺 {count} 人</translation>
        </message>
    </context>
    <context>
        <name>LeaderView</name>
        <message>
            <source>Never rung</source>
            <translation>从未拨通核实</translation>
        </message>
        <message>
            <source>No number</source>
            <translation>无电话</translation>
        </message>
        <message>
            <source>Rung {date}</source>
            <translation>{date}拨通核实</translation>
        </message>
        <message>
            <source>Rung {date} by {name}</source>
            <translation>{date}由{name}拨通核实</translation>
        </message>
    </context>
    <context>
        <name>LeavePanel</name>
        <message>
            <source>A leader's name</source>
            <translation>领导姓名</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>From what time</source>
            <translation>自何时</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Leader</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>Leave recorded</source>
            <translation>请假已登记</translation>
        </message>
        <message>
            <source>Leave recorded; seats now empty: {count}</source>
            <translation>请假已登记，空出 {count} 岗</translation>
        </message>
        <message>
            <source>Leave taken back; what of it is over stays</source>
            <translation>请假已撤销，已过的部分保留</translation>
        </message>
        <message>
            <source>Leaves in these dates</source>
            <translation>这段日期的请假</translation>
        </message>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
        <message>
            <source>Not a time of the day. Write 0800, 08:00 or 2400.</source>
            <translation>时间不对，请写 0800、08:00 或 2400。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>登记请假</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>The seats stay planned and are gaps until somebody stands in.</source>
            <translation>岗位仍保留原排班，有人替班前显示为缺岗。</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>Until what time</source>
            <translation>至何时</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Would be empty: {places}</source>
            <translation>将空出：{places}</translation>
        </message>
        <message>
            <source>{name} {leave}, {first} to {last}, approved by {leader}</source>
            <translation>{name} {leave}，{first} 至 {last}，{leader}批准</translation>
        </message>
        <message>
            <source>{places} and {count} more</source>
            <translation>{places}，另有 {count} 处</translation>
        </message>
    </context>
    <context>
        <name>MemberRow</name>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Take {name} off the list</source>
            <translation>将{name}移出名单</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>always</source>
            <translation>长期</translation>
        </message>
        <message>
            <source>from {date}</source>
            <translation>{date}起</translation>
        </message>
        <message>
            <source>open</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>until {date}</source>
            <translation>至{date}</translation>
        </message>
    </context>
    <context>
        <name>MembersForm</name>
        <message>
            <source>Name, then Enter</source>
            <translation>姓名，回车加入</translation>
        </message>
        <message>
            <source>No list yet, and nobody whom planning would ask.</source>
            <translation>尚无名单，生成时也无人可排。</translation>
        </message>
        <message>
            <source>No list yet. Planning would ask: {names}</source>
            <translation>尚无名单。生成时将从下列人员中安排：{names}</translation>
        </message>
        <message>
            <source>Not a day. Write 2026-10-01.</source>
            <translation>日期不对。可写 2026-10-01。</translation>
        </message>
        <message>
            <source>One person at a time.</source>
            <translation>一次只填一人。</translation>
        </message>
        <message>
            <source>Only these may stand there: {count}.</source>
            <translation>仅下列 {count} 人可在此岗。</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Put on the list</source>
            <translation>加入名单</translation>
        </message>
        <message>
            <source>Save or undo the changes to this list first.</source>
            <translation>请先保存或恢复此名单的改动。</translation>
        </message>
        <message>
            <source>Take these as the list</source>
            <translation>以这些人为名单</translation>
        </message>
        <message>
            <source>{name} is on the list already.</source>
            <translation>{name}已在名单中。</translation>
        </message>
    </context>
    <context>
        <name>MembersPanel</name>
        <message>
            <source>As before</source>
            <translation>恢复原样</translation>
        </message>
        <message>
            <source>Fixed</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>搭配</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>What is set</source>
            <translation>设定内容</translation>
        </message>
        <message>
            <source>Who may stand where</source>
            <translation>可排人员</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day type</source>
            <translation>日类</translation>
        </message>
        <message>
            <source>Entered by hand</source>
            <translation>手工录入</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Planned by rotation</source>
            <translation>轮值生成</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Swapped</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>This post does not exist in this shift</source>
            <translation>本班次不设此岗</translation>
        </message>
    </context>
    <context>
        <name>NamedDays</name>
        <message>
            <source>Holidays of the year</source>
            <translation>全年节假日</translation>
        </message>
        <message>
            <source>for {name}</source>
            <translation>补{name}</translation>
        </message>
    </context>
    <context>
        <name>NoticeForm</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Drop them</source>
            <translation>一并清除</translation>
        </message>
        <message>
            <source>Enter the yearly notice</source>
            <translation>录入年度放假通知</translation>
        </message>
        <message>
            <source>Mend the text above; nothing is stored until everything is clear.</source>
            <translation>请改正上面的文字；全部清楚后才会保存。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open the notice</source>
            <translation>打开通知</translation>
        </message>
        <message>
            <source>Paste the text of the State Council's notice on holidays, or open it as a text file.</source>
            <translation>粘贴国务院办公厅放假安排通知的全文，或打开文本文件。</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>读取</translation>
        </message>
        <message>
            <source>Store the notice for {year}</source>
            <translation>保存 {year} 年通知</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本文件 (*.txt)</translation>
        </message>
        <message>
            <source>Text of the notice</source>
            <translation>通知正文</translation>
        </message>
        <message>
            <source>{year}: {count} days</source>
            <translation>{year} 年：{count} 天</translation>
        </message>
    </context>
    <context>
        <name>OffPostForm</name>
        <message>
            <source>Back at</source>
            <translation>何时返岗</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Leaves the post</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>One person only.</source>
            <translation>只能填一人。</translation>
        </message>
        <message>
            <source>Stands in</source>
            <translation>顶班人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>e.g. collects a document</source>
            <translation>如：取文件</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
    </context>
    <context>
        <name>PairsForm</name>
        <message>
            <source>Add</source>
            <translation>加入</translation>
        </message>
        <message>
            <source>Always together</source>
            <translation>必须同班</translation>
        </message>
        <message>
            <source>Never together</source>
            <translation>不得同班</translation>
        </message>
        <message>
            <source>No pairs yet: anybody may serve with anybody.</source>
            <translation>尚无搭配要求，任何人都可同班。</translation>
        </message>
        <message>
            <source>One</source>
            <translation>一人</translation>
        </message>
        <message>
            <source>Remove the pair {names}</source>
            <translation>删除搭配 {names}</translation>
        </message>
        <message>
            <source>The other</source>
            <translation>另一人</translation>
        </message>
        <message>
            <source>Together or apart</source>
            <translation>同班或回避</translation>
        </message>
        <message>
            <source>Two persons are needed.</source>
            <translation>需要两个人。</translation>
        </message>
        <message>
            <source>apart</source>
            <translation>回避</translation>
        </message>
        <message>
            <source>together</source>
            <translation>同班</translation>
        </message>
    </context>
    <context>
        <name>PersonView</name>
        <message>
            <source>Choose a person.</source>
            <translation>请选择人员。</translation>
        </message>
        <message>
            <source>Covers given: {count}</source>
            <translation>替他人 {count} 次</translation>
        </message>
        <message>
            <source>Covers got: {count}</source>
            <translation>由他人替 {count} 次</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Day type</source>
            <translation>日类</translation>
        </message>
        <message>
            <source>From–to</source>
            <translation>起止</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>Hours: {count}</source>
            <translation>{count} 小时</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Name or initials</source>
            <translation>姓名或拼音首字母</translation>
        </message>
        <message>
            <source>Next duty: {time} {post}</source>
            <translation>下一班：{time} {post}</translation>
        </message>
        <message>
            <source>No duty in the coming three months</source>
            <translation>今后三个月没有班次</translation>
        </message>
        <message>
            <source>No duty in these dates</source>
            <translation>这段日期没有班次</translation>
        </message>
        <message>
            <source>On duty now: {post}, until {time}</source>
            <translation>正在值班：{post}，至 {time}</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>季度</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Save these shifts as a calendar file for the person's own calendar</source>
            <translation>把这些班次存成日历文件，供本人导入手机日历</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Shifts: {count}</source>
            <translation>{count} 班</translation>
        </message>
        <message>
            <source>Whose shifts</source>
            <translation>查看谁的班次</translation>
        </message>
        <message>
            <source>covered by {name}</source>
            <translation>由{name}替班</translation>
        </message>
        <message>
            <source>covers {name}</source>
            <translation>代{name}</translation>
        </message>
        <message>
            <source>iCalendar</source>
            <translation>日历文件</translation>
        </message>
        <message>
            <source>on leave, nobody in the seat</source>
            <translation>请假，岗位空缺</translation>
        </message>
        <message>
            <source>{leave}: {first} to {last}</source>
            <translation>{leave}：{first} 至 {last}</translation>
        </message>
    </context>
    <context>
        <name>PlanPanel</name>
        <message>
            <source>Balance</source>
            <translation>均衡度</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Every seat is filled</source>
            <translation>空岗全部可填</translation>
        </message>
        <message>
            <source>First day to plan</source>
            <translation>编排首日</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Last day to plan</source>
            <translation>编排末日</translation>
        </message>
        <message>
            <source>Only empty seats of shifts that have not begun are filled. What stands stays as it is.</source>
            <translation>只填尚未开始的班次的空岗；已排的人员不动。</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Say who may stand there</source>
            <translation>设定可排人员</translation>
        </message>
        <message>
            <source>Seats</source>
            <translation>岗次</translation>
        </message>
        <message>
            <source>Seats filled</source>
            <translation>已填岗次</translation>
        </message>
        <message>
            <source>Seats filled: {count}</source>
            <translation>已填 {count} 个岗次</translation>
        </message>
        <message>
            <source>Seats to fill</source>
            <translation>将填岗次</translation>
        </message>
        <message>
            <source>Stay empty</source>
            <translation>仍空缺</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Store {count} seats</source>
            <translation>保存 {count} 个岗次</translation>
        </message>
        <message>
            <source>Take the plan back</source>
            <translation>撤回本次生成</translation>
        </message>
        <message>
            <source>Taken back: {count}</source>
            <translation>已撤回 {count} 个岗次</translation>
        </message>
        <message>
            <source>There is no empty seat in these days</source>
            <translation>这段时间没有空岗</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>{name}, {date}: {why}</source>
            <translation>{name}，{date}：{why}</translation>
        </message>
    </context>
    <context>
        <name>PlanRows</name>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>{dates} and {count} more</source>
            <translation>{dates} 等，另 {count} 天</translation>
        </message>
        <message>
            <source>{post}, {count} missing</source>
            <translation>{post}缺 {count} 人</translation>
        </message>
    </context>
    <context>
        <name>PresenceRow</name>
        <message>
            <source>Back</source>
            <translation>返岗</translation>
        </message>
        <message>
            <source>Off post</source>
            <translation>离岗</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>corrected: {reason}</source>
            <translation>已更正：{reason}</translation>
        </message>
        <message>
            <source>stands in for {name}</source>
            <translation>替{name}</translation>
        </message>
    </context>
    <context>
        <name>ProposalCard</name>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Clear away</source>
            <translation>清理</translation>
        </message>
        <message>
            <source>End the cover now</source>
            <translation>现在结束替班</translation>
        </message>
        <message>
            <source>Name the leader who decides.</source>
            <translation>请填写审批领导。</translation>
        </message>
        <message>
            <source>No longer possible: {why}</source>
            <translation>已不能办理：{why}</translation>
        </message>
        <message>
            <source>Proposed by {name}, {time}</source>
            <translation>{name} {time} 提出</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>不批准</translation>
        </message>
        <message>
            <source>Remark; needed to refuse</source>
            <translation>意见，不批准时必填</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>The leader who decides</source>
            <translation>审批领导</translation>
        </message>
        <message>
            <source>Told at once: {name}</source>
            <translation>已当即报告：{name}</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>{name} agreed {how}, {time}</source>
            <translation>{name} {time} {how}同意</translation>
        </message>
        <message>
            <source>{name} agrees</source>
            <translation>{name}同意</translation>
        </message>
        <message>
            <source>{name} decided, {time}</source>
            <translation>{name} {time} 审批</translation>
        </message>
        <message>
            <source>{seat} {name} ↔ {other_seat} {other}</source>
            <translation>{seat} {name} ↔ {other_seat} {other}</translation>
        </message>
        <message>
            <source>{seat}: {other} for {name}, {span}</source>
            <translation>{seat}：{other}替{name}，{span}</translation>
        </message>
        <message>
            <source>{words}: {reason}</source>
            <translation>{words}：{reason}</translation>
        </message>
    </context>
    <context>
        <name>ReasonBar</name>
        <message>
            <source>A reason is needed; it is kept on record.</source>
            <translation>请写明原因，原因会留在记录里。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>记录更正</translation>
        </message>
        <message>
            <source>Reason for the correction</source>
            <translation>更正原因</translation>
        </message>
        <message>
            <source>Why is it corrected?</source>
            <translation>为什么更正</translation>
        </message>
    </context>
    <context>
        <name>Remarks</name>
        <message>
            <source>Corrected, {post}: {before} → {after}, {reason}</source>
            <translation>更正 {post}：{before} → {after}，{reason}</translation>
        </message>
        <message>
            <source>Makes up for {name}</source>
            <translation>补{name}假期</translation>
        </message>
        <message>
            <source>Swapped with {date}</source>
            <translation>换班 ↔ {date}</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>{change} proposed: {name} and {other}</source>
            <translation>{change}待办：{name}、{other}</translation>
        </message>
        <message>
            <source>{change}, approved by {name}</source>
            <translation>{change}，{name}已批</translation>
        </message>
        <message>
            <source>{name}: {leave}, nobody in the seat yet</source>
            <translation>{name}{leave}，待补</translation>
        </message>
    </context>
    <context>
        <name>RosterBar</name>
        <message>
            <source>Do again (Ctrl+Shift+Z)</source>
            <translation>重做（Ctrl+Shift+Z）</translation>
        </message>
        <message>
            <source>Earlier (Ctrl+PgUp)</source>
            <translation>往前（Ctrl+PgUp）</translation>
        </message>
        <message>
            <source>Fill forward</source>
            <translation>向后填充</translation>
        </message>
        <message>
            <source>Holidays not announced yet</source>
            <translation>放假安排尚未公布</translation>
        </message>
        <message>
            <source>Later (Ctrl+PgDown)</source>
            <translation>往后（Ctrl+PgDown）</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月</translation>
        </message>
        <message>
            <source>More (F10)</source>
            <translation>更多（F10）</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print as draft</source>
            <translation>打印草稿</translation>
        </message>
        <message>
            <source>Print as final</source>
            <translation>打印定稿</translation>
        </message>
        <message>
            <source>Take back (Ctrl+Z)</source>
            <translation>撤销（Ctrl+Z）</translation>
        </message>
        <message>
            <source>The notice on rest and make-up days of this year is not known here. Day types may still change.</source>
            <translation>本年度放假和调休通知尚未录入，日类可能变动。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
    </context>
    <context>
        <name>RosterBoard</name>
        <message>
            <source>A shift usually has a leader on duty, a primary and a deputy officer.</source>
            <translation>一班通常有带班领导、主班和副班。</translation>
        </message>
        <message>
            <source>Nobody can be put on duty yet</source>
            <translation>还没有可以排班的人员</translation>
        </message>
        <message>
            <source>Register persons in the directory first</source>
            <translation>先在通讯录登记人员</translation>
        </message>
        <message>
            <source>Roster</source>
            <translation>值班表</translation>
        </message>
        <message>
            <source>Set up these three posts</source>
            <translation>设立这三个岗位</translation>
        </message>
        <message>
            <source>The roster takes its persons and their phones from the directory.</source>
            <translation>值班表里的人员和电话取自通讯录。</translation>
        </message>
        <message>
            <source>There are no posts in these dates</source>
            <translation>这段日期还没有岗位</translation>
        </message>
    </context>
    <context>
        <name>RosterForm</name>
        <message>
            <source>A time is needed.</source>
            <translation>请填写时间。</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Name a person.</source>
            <translation>请填写人员。</translation>
        </message>
    </context>
    <context>
        <name>RosterPage</name>
        <message>
            <source>{first} – {last}</source>
            <translation>{first} – {last}</translation>
        </message>
        <message>
            <source>{year}, months {first} to {last}</source>
            <translation>{year}年{first}–{last}月</translation>
        </message>
    </context>
    <context>
        <name>RosterPanel</name>
        <message>
            <source>Close, what is typed stays (Esc)</source>
            <translation>关闭，已填的保留（Esc）</translation>
        </message>
    </context>
    <context>
        <name>RosterPanels</name>
        <message>
            <source>Attendance</source>
            <translation>到岗</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Emergency substitution</source>
            <translation>应急替岗</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Leader's view</source>
            <translation>领导查看</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>Who may stand where</source>
            <translation>可排人员</translation>
        </message>
    </context>
    <context>
        <name>RosterPapers</name>
        <message>
            <source>Duty of {name} {year}-{month}</source>
            <translation>{name}值班表 {year}-{month}</translation>
        </message>
        <message>
            <source>Print as draft</source>
            <translation>打印草稿</translation>
        </message>
        <message>
            <source>Roster {year}-{month}</source>
            <translation>值班表 {year}-{month}</translation>
        </message>
        <message>
            <source>Roster, week of {date}</source>
            <translation>一周值班表 {date}</translation>
        </message>
        <message>
            <source>Save as iCalendar</source>
            <translation>另存为日历文件</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
    </context>
    <context>
        <name>Rotation</name>
        <message>
            <source>Calendar not final</source>
            <translation>日历未定</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>缺岗</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>人员已离任</translation>
        </message>
        <message>
            <source>Holiday without a leader</source>
            <translation>节假日无带班领导</translation>
        </message>
        <message>
            <source>Key post with one person</source>
            <translation>重点岗位仅一人</translation>
        </message>
        <message>
            <source>No leader</source>
            <translation>无带班领导</translation>
        </message>
        <message>
            <source>Nobody is on the list of this post then.</source>
            <translation>该岗位届时名单为空。</translation>
        </message>
        <message>
            <source>Not on the list</source>
            <translation>不在允许名单</translation>
        </message>
        <message>
            <source>Number never rung</source>
            <translation>电话未核实</translation>
        </message>
        <message>
            <source>On leave, nobody stands in</source>
            <translation>请假无人替班</translation>
        </message>
        <message>
            <source>One person at two posts</source>
            <translation>一人两岗</translation>
        </message>
        <message>
            <source>Too little rest</source>
            <translation>休息不足</translation>
        </message>
        <message>
            <source>against a rule</source>
            <translation>违反规则</translation>
        </message>
        <message>
            <source>serious</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>to note</source>
            <translation>提示</translation>
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
            <source>{count} left</source>
            <translation>{count} 人已离任</translation>
        </message>
        <message>
            <source>{count} not together with who is there</source>
            <translation>{count} 人与在班者须回避</translation>
        </message>
        <message>
            <source>{count} on duty then</source>
            <translation>{count} 人该班已有岗</translation>
        </message>
        <message>
            <source>{count} on leave</source>
            <translation>{count} 人请假</translation>
        </message>
        <message>
            <source>{count} whose partner is not free</source>
            <translation>{count} 人的同班搭档无空</translation>
        </message>
        <message>
            <source>{count} with a full month</source>
            <translation>{count} 人当月已满</translation>
        </message>
        <message>
            <source>{count} with too little rest</source>
            <translation>{count} 人休息不足</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}，{second}</translation>
        </message>
        <message>
            <source>{holiday}</source>
            <translation>{holiday}</translation>
        </message>
        <message>
            <source>{name} {phone}, shifts: {shifts}</source>
            <translation>{name} {phone}，{shifts} 个班</translation>
        </message>
        <message>
            <source>{name}, {post}</source>
            <translation>{name}，{post}</translation>
        </message>
        <message>
            <source>{name}, {post}: {hours} h since {before}, {needed} h wanted</source>
            <translation>{name}，{post}：距{before}仅 {hours} 小时，应满 {needed} 小时</translation>
        </message>
        <message>
            <source>{name}: {posts}</source>
            <translation>{name}：{posts}</translation>
        </message>
        <message>
            <source>{post}, {missing} missing</source>
            <translation>{post}缺 {missing} 人</translation>
        </message>
        <message>
            <source>{post}, {there} of {needed}</source>
            <translation>{post}，应 {needed} 人实 {there} 人</translation>
        </message>
        <message>
            <source>{year}, days: {days}</source>
            <translation>{year} 年，{days} 天</translation>
        </message>
    </context>
    <context>
        <name>RulesForm</name>
        <message>
            <source>A number is needed.</source>
            <translation>请填数字。</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>每月最多</translation>
        </message>
        <message>
            <source>Counts carry</source>
            <translation>结转</translation>
        </message>
        <message>
            <source>Rest at least</source>
            <translation>至少休息</translation>
        </message>
        <message>
            <source>Rest at least, hours</source>
            <translation>至少休息小时数</translation>
        </message>
        <message>
            <source>Shifts a month at most</source>
            <translation>每月最多班次</translation>
        </message>
        <message>
            <source>What 24 hours weigh</source>
            <translation>24 小时折算</translation>
        </message>
        <message>
            <source>Years that counts carry</source>
            <translation>结转年数</translation>
        </message>
        <message>
            <source>hours between two shifts</source>
            <translation>小时（两班之间）</translation>
        </message>
        <message>
            <source>shifts a month (0: any)</source>
            <translation>班（0 为不限）</translation>
        </message>
        <message>
            <source>years on</source>
            <translation>年</translation>
        </message>
    </context>
    <context>
        <name>ShiftHistory</name>
        <message>
            <source>{change} {name} ↔ {other}, {state}</source>
            <translation>{change} {name} ↔ {other}，{state}</translation>
        </message>
        <message>
            <source>{words} ({name})</source>
            <translation>{words}（{name}）</translation>
        </message>
    </context>
    <context>
        <name>Substitution</name>
        <message>
            <source>A change on a holiday should be proposed two days ahead.</source>
            <translation>节假日换班应提前两天提出。</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Consent missing</source>
            <translation>待同意</translation>
        </message>
        <message>
            <source>Cover</source>
            <translation>替班</translation>
        </message>
        <message>
            <source>Emergency substitution</source>
            <translation>应急替岗</translation>
        </message>
        <message>
            <source>Lapsed</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>未批准</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>There is something to consider ({code}).</source>
            <translation>有需要留意之处（{code}）。</translation>
        </message>
        <message>
            <source>To be approved</source>
            <translation>待批准</translation>
        </message>
        <message>
            <source>To be confirmed</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>by phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>当面</translation>
        </message>
        <message>
            <source>{name} is not on the list of {post}.</source>
            <translation>{name}不在{post}的允许名单上。</translation>
        </message>
        <message>
            <source>{name} would have {hours} h of rest; {least} h are the rule.</source>
            <translation>{name}只能休息 {hours} 小时，规定不少于 {least} 小时。</translation>
        </message>
    </context>
    <context>
        <name>SwapPanel</name>
        <message>
            <source>Asked by</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Click the cell, or go there with the arrows and press Enter. Esc ends picking.</source>
            <translation>点选一格，或用方向键移到该格按回车。Esc 结束点选。</translation>
        </message>
        <message>
            <source>Empty: who is at this desk</source>
            <translation>不填即为当前值班员</translation>
        </message>
        <message>
            <source>Nobody stands there. Pick a cell with somebody in it.</source>
            <translation>该格没有人，请点选有人的格。</translation>
        </message>
        <message>
            <source>One seat</source>
            <translation>一方</translation>
        </message>
        <message>
            <source>Other seat</source>
            <translation>另一方</translation>
        </message>
        <message>
            <source>Pick</source>
            <translation>点选</translation>
        </message>
        <message>
            <source>Pick a cell with somebody in it.</source>
            <translation>请点选有人的格。</translation>
        </message>
        <message>
            <source>Pick in the grid</source>
            <translation>在表中点选</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>提出</translation>
        </message>
        <message>
            <source>Proposed; both are to agree and a leader to approve</source>
            <translation>已提出，待双方同意、领导批准</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>调班</translation>
        </message>
        <message>
            <source>Two persons change seats; both agree and a leader approves.</source>
            <translation>两人对调岗位，须双方同意、领导批准。</translation>
        </message>
    </context>
    <context>
        <name>WeekPainter</name>
        <message>
            <source>signed in {time}</source>
            <translation>{time} 签到</translation>
        </message>
        <message>
            <source>{words}, {minutes} min late</source>
            <translation>{words}，迟 {minutes} 分钟</translation>
        </message>
    </context>
    <context>
        <name>Why</name>
        <message>
            <source>Always stands here on this weekday ({weekday}).</source>
            <translation>每{weekday}固定在此岗。</translation>
        </message>
        <message>
            <source>Moved here so that the totals come closer: number {rank} of {of} who were free, {count} duties on such days ({day_type}) until then, {total} weighted days in all.</source>
            <translation>为使合计更均衡而调到此岗：{of} 名可排人员中列第 {rank}，此前{day_type}已值 {count} 班，折算合计 {total} 天。</translation>
        </message>
        <message>
            <source>Number {rank} of {of} who were free: {count} duties on such days ({day_type}) until then, {carried} of them carried over.</source>
            <translation>{of} 名可排人员中列第 {rank}：此前{day_type}已值 {count} 班，其中结转 {carried} 班。</translation>
        </message>
        <message>
            <source>Serves together with {partner}.</source>
            <translation>与{partner}同班搭档。</translation>
        </message>
        <message>
            <source>{name} came by an approved swap.</source>
            <translation>{name}由批准的调班换入。</translation>
        </message>
        <message>
            <source>{name} was entered by hand.</source>
            <translation>{name}由手工排入。</translation>
        </message>
        <message>
            <source>{name} was imported from a file.</source>
            <translation>{name}由文件导入。</translation>
        </message>
        <message>
            <source>{name} was placed by rotation.</source>
            <translation>{name}由轮值生成排入。</translation>
        </message>
    </context>
</TS>
