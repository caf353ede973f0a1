<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>BookTab</name>
        <message>
            <source>Save it or cancel, then choose another.</source>
            <translation>请先保存或取消，再选别的。</translation>
        </message>
        <message>
            <source>This is not saved yet.</source>
            <translation>有内容尚未保存。</translation>
        </message>
    </context>
    <context>
        <name>FormPanel</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>PeopleColumns</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>带班</translation>
        </message>
        <message>
            <source>Duty phone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Leads</source>
            <translation>带班</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Not rung</source>
            <translation>未核对</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机号</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Rung</source>
            <translation>拨通核对</translation>
        </message>
        <message>
            <source>Second phone</source>
            <translation>其他电话</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>{name} (left)</source>
            <translation>{name}（离任）</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Add person</source>
            <translation>登记人员</translation>
        </message>
        <message>
            <source>Add unit</source>
            <translation>登记单位</translation>
        </message>
        <message>
            <source>Directory</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Units</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Choose, or write a new one</source>
            <translation>选择，或写新单位</translation>
        </message>
        <message>
            <source>Duty</source>
            <translation>值班</translation>
        </message>
        <message>
            <source>From the next shift on, {name} is no longer on duty: those cells become gaps. The past stays.</source>
            <translation>从下一班起 {name} 不再值班，已排的格子成为缺岗。以往记录不变。</translation>
        </message>
        <message>
            <source>Has left</source>
            <translation>离任</translation>
        </message>
        <message>
            <source>Last rung {day}</source>
            <translation>上次拨通 {day}</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>已离任</translation>
        </message>
        <message>
            <source>May lead a shift</source>
            <translation>可任带班领导</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>登记人员</translation>
        </message>
        <message>
            <source>New unit {name}</source>
            <translation>新单位“{name}”</translation>
        </message>
        <message>
            <source>Not rung yet</source>
            <translation>未核对</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他电话</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机号</translation>
        </message>
        <message>
            <source>Rung and right</source>
            <translation>已拨通核对</translation>
        </message>
        <message>
            <source>Save the new number first</source>
            <translation>先保存新号码</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Will be added as a new unit</source>
            <translation>将登记为新单位</translation>
        </message>
    </context>
    <context>
        <name>PersonsTab</name>
        <message>
            <source>Add the first person</source>
            <translation>登记第一个人</translation>
        </message>
        <message>
            <source>Choose somebody to see and change</source>
            <translation>选一个人查看或修改</translation>
        </message>
        <message>
            <source>Enter opens, Ctrl+N adds</source>
            <translation>Enter 打开，Ctrl+N 登记</translation>
        </message>
        <message>
            <source>Leaders only</source>
            <translation>只看带班领导</translation>
        </message>
        <message>
            <source>Name, pinyin or number</source>
            <translation>姓名、拼音或电话</translation>
        </message>
        <message>
            <source>Nobody is in the directory yet</source>
            <translation>通讯录里还没有人</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>Who is on duty, who reports, who must be reachable: with unit, title and phone.</source>
            <translation>谁值班、谁来报、谁必须找得到：单位、职务和电话。</translation>
        </message>
        <message>
            <source>With those who left</source>
            <translation>含离任</translation>
        </message>
    </context>
    <context>
        <name>UnitForm</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Duty phone</source>
            <translation>值班电话</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New unit</source>
            <translation>登记单位</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Take {name} off the directory? Its past stays readable.</source>
            <translation>停用“{name}”？以往记录仍可查看。</translation>
        </message>
    </context>
    <context>
        <name>UnitsTab</name>
        <message>
            <source>Add the first unit</source>
            <translation>登记第一个单位</translation>
        </message>
        <message>
            <source>Choose a unit to see and change</source>
            <translation>选一个单位查看或修改</translation>
        </message>
        <message>
            <source>Departments, streets, enterprises and rescue teams, each with its duty phone.</source>
            <translation>部门、街道、企业、救援队伍，各有值班电话。</translation>
        </message>
        <message>
            <source>Enter opens, Ctrl+N adds</source>
            <translation>Enter 打开，Ctrl+N 登记</translation>
        </message>
        <message>
            <source>Name, number or place</source>
            <translation>名称、电话或地址</translation>
        </message>
        <message>
            <source>No units are in the directory yet</source>
            <translation>通讯录里还没有单位</translation>
        </message>
        <message>
            <source>Saved: {name}</source>
            <translation>已保存：{name}</translation>
        </message>
        <message>
            <source>With those taken off</source>
            <translation>含已停用</translation>
        </message>
    </context>
</TS>
